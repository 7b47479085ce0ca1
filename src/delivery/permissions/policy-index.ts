import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AppIndex } from '../identity/app-index';
import { ownedResource, referredResource } from '../identity/owned-resource';
import { property } from '../identity/property';
import { spelledOut } from '../identity/spelled-out';

/** The types of policy resources of topics and queues, with the property that names what they are for. */
export const POLICY_TYPES: { readonly [type: string]: string } = {
  'AWS::SNS::TopicPolicy': 'topics',
  'AWS::SNS::TopicInlinePolicy': 'topicArn',
  'AWS::SQS::QueuePolicy': 'queues',
  'AWS::SQS::QueueInlinePolicy': 'queue',
};

/** A policy that names a topic or a queue otherwise than by a reference to it. */
interface Spelled {
  readonly policy: CfnResource;
  readonly name: unknown;
}

/** The policy resources of an app, by what they are for. */
export class PolicyIndex {
  private readonly byResource = new Map<CfnResource, CfnResource>();
  private readonly spelled: Spelled[] = [];
  private read = new Map<string, number>();

  /**
   * The policy of a topic or a queue.
   *
   * @param name the name that policies give it
   * @param owned its resource, if it is part of the app
   */
  public find(resource: IConstruct, name: string, owned: CfnResource | undefined): CfnResource | undefined {
    this.refresh(resource);
    const byReference = owned && this.byResource.get(owned);
    return byReference ?? this.spelled.find((one) => one.name === name || isSpelling(one, resource, name, owned))?.policy;
  }

  private refresh(scope: IConstruct): void {
    for (const [type, policies] of AppIndex.of(scope).byTypes(Object.keys(POLICY_TYPES))) {
      const known = this.read.get(type) ?? 0;
      this.read.set(type, policies.length);
      policies.slice(known).forEach((policy) => this.add(policy));
    }
  }

  private add(policy: CfnResource): void {
    for (const name of [property(policy, POLICY_TYPES[policy.cfnResourceType])].flat()) {
      const resource = referredResource(name);
      if (resource === undefined) {
        this.spelled.push({ policy, name });
      } else if (!this.byResource.has(resource)) {
        this.byResource.set(resource, policy);
      }
    }
  }
}

function isSpelling({ name, policy }: Spelled, resource: IConstruct, wanted: string, owned: CfnResource | undefined): boolean {
  if (owned) {
    return ownedResource(name, policy) === owned;
  }
  const { text } = spelledOut(name, policy);
  return text !== undefined && text === spelledOut(wanted, resource).text;
}
