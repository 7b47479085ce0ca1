import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeployedStage } from './deployed-stage';
import { readable } from '../../engine/values/unknown';
import { ifKnown } from '../findings/guarded';
import { subNotationOf } from '../findings/statement-snippet';

/** A construct behind a target or a dead-letter queue. */
interface RegisteredResource {
  readonly construct: IConstruct;
  /** Its ARN in the notation of `Fn::Sub`. */
  readonly arn: string;
  /** Its service, as in an ARN. */
  readonly service?: string;
}

/** The constructs behind targets and dead-letter queues, by their ARNs: imports are found by nothing else. */
export class RegisteredResources {
  private readonly byArn = new Map<string, RegisteredResource[]>();

  constructor(resources: Iterable<IConstruct>, deployed: DeployedStage) {
    for (const construct of resources) {
      const rendered = ifKnown(() => renderedArnOf(construct));
      const arn = rendered === undefined ? undefined : evaluated(Stack.of(construct), rendered, deployed);
      if (arn !== undefined) {
        const registered = { construct, arn: subNotationOf(rendered) ?? `<ARN of ${construct.node.path}>`, service: serviceOf(construct) };
        this.byArn.set(arn, [...this.byArn.get(arn) ?? [], registered]);
      }
    }
  }

  /** The construct with an ARN. Several stacks may import one resource: the one of the stack of a rule is what its author sees. */
  public withArn(arn: string, rule: IConstruct): RegisteredResource | undefined {
    const [first, ...others] = this.byArn.get(readable(arn)) ?? [];
    return others.length === 0 ? first : [first, ...others].find(({ construct }) => Stack.of(construct) === Stack.of(rule)) ?? first;
  }
}

function serviceOf(construct: IConstruct): string | undefined {
  const services = { topicArn: 'sns', queueArn: 'sqs', functionArn: 'lambda' };
  return Object.entries(services).find(([name]) => name in construct)?.[1];
}

function renderedArnOf(construct: IConstruct): unknown {
  const { topicArn, queueArn, functionArn } = construct as { readonly topicArn?: string; readonly queueArn?: string; readonly functionArn?: string };
  return Stack.of(construct).resolve(topicArn ?? queueArn ?? functionArn);
}

function evaluated(stack: Stack, rendered: unknown, deployed: DeployedStage): string | undefined {
  // What cannot be evaluated is found by nothing.
  return ifKnown(() => readable(String(deployed.stack(stack)?.evaluate(rendered))));
}
