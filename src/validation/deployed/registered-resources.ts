import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeployedStage } from './deployed-stage';
import { readable } from '../../engine/values/unknown';
import { ifKnown } from '../findings/guarded';
import { toSubNotation } from '../findings/statement-snippet';

/** A construct behind a target or a dead-letter queue. */
interface RegisteredResource {
  readonly construct: IConstruct;
  /** Its ARN in the notation of `Fn::Sub`. */
  readonly arn: string;
}

/** The constructs behind targets and dead-letter queues, by their ARNs: imports are found by nothing else. */
export class RegisteredResources {
  private readonly byArn = new Map<string, RegisteredResource>();

  constructor(resources: Iterable<IConstruct>, deployed: DeployedStage) {
    for (const construct of resources) {
      const rendered = ifKnown(() => renderedArnOf(construct));
      const arn = rendered === undefined ? undefined : evaluated(Stack.of(construct), rendered, deployed);
      if (arn !== undefined && !this.byArn.has(arn)) {
        this.byArn.set(arn, { construct, arn: String(toSubNotation(rendered)) });
      }
    }
  }

  /** The construct with an ARN. */
  public withArn(arn: string): RegisteredResource | undefined {
    return this.byArn.get(readable(arn));
  }
}

function renderedArnOf(construct: IConstruct): unknown {
  const { topicArn, queueArn, functionArn } = construct as { readonly topicArn?: string; readonly queueArn?: string; readonly functionArn?: string };
  return Stack.of(construct).resolve(topicArn ?? queueArn ?? functionArn);
}

function evaluated(stack: Stack, rendered: unknown, deployed: DeployedStage): string | undefined {
  // What cannot be evaluated is found by nothing.
  return ifKnown(() => readable(String(deployed.stack(stack)?.evaluate(rendered))));
}
