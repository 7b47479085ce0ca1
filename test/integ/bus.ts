import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Aws } from './aws';
import { DeployedStack } from './deployed-stack';
import { arrivedIn } from './far-end';
import type { EventBusSimulator, SampleEvent } from '../../src/testing';

/** The default bus of an account, with a queue that receives every event of Amazon ECS. */
export class Bus {
  public static async of(aws: Aws): Promise<Bus> {
    const stack = new Stack(new App(), 'Recorder', { env: aws.environment, synthesizer: new BootstraplessSynthesizer() });
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [new targets.SqsQueue(new sqs.Queue(stack, 'Queue'))] });
    return new Bus(aws, await DeployedStack.deploy(aws, 'Recorder', Template.fromStack(stack).toJSON()));
  }

  private readonly simulator: EventBusSimulator;

  private constructor(private readonly aws: Aws, private readonly recorder: DeployedStack) {
    this.simulator = recorder.simulator();
  }

  /** The event that a sample is in this account and Region. */
  public eventOf(sample: SampleEvent): any {
    return this.simulator.send(sample).sentEvent;
  }

  /**
   * Puts a sample on the bus.
   *
   * @returns the event as the bus sent it: with the id and the time that the bus gave it
   */
  public async put(sample: SampleEvent): Promise<any> {
    const { source, resources, detail, 'detail-type': detailType } = this.eventOf(sample);
    const { Entries: [{ EventId }] } = await this.aws.call('events', 'PutEvents', {
      Entries: [{ Source: source, DetailType: detailType, Resources: resources, Detail: JSON.stringify(detail) }],
    });
    const recorded = (await arrivedIn(this.recorder, 'Queue')).map(({ body }) => JSON.parse(body));
    if (recorded.length !== 1 || recorded[0].id !== EventId) {
      throw new Error(`the bus took ${EventId} and sent ${JSON.stringify(recorded)}`);
    }
    return recorded[0];
  }

  /** Takes the recorder away. */
  public async delete(): Promise<void> {
    await this.recorder.delete();
  }
}
