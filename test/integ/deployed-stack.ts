import { setTimeout as sleep } from 'timers/promises';
import type { Aws } from './aws';
import { EventBusSimulator } from '../../src/testing';

/** A template of CloudFormation. */
export interface TemplateJson {
  readonly Resources: { readonly [logicalId: string]: { readonly Type: string; Properties?: any } };
}

/** By which property a template can name a resource that CloudFormation would name. */
const NAMES: { readonly [type: string]: string } = {
  'AWS::Events::Rule': 'Name',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::ECS::Cluster': 'ClusterName',
};

/** A stack on the server. */
export class DeployedStack {
  /** Deploys a template as it is. */
  public static async deploy(aws: Aws, name: string, template: object): Promise<DeployedStack> {
    await aws.call('cloudformation', 'CreateStack', {
      StackName: name,
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_IAM'],
    });
    return this.of(aws, name);
  }

  /** A deployed stack. */
  public static async of(aws: Aws, name: string): Promise<DeployedStack> {
    let status: string;
    do {
      await sleep(20);
      const { Stacks: [stack] } = await aws.call('cloudformation', 'DescribeStacks', { StackName: name });
      status = stack.StackStatus;
      if (!/^(CREATE|UPDATE)_(COMPLETE|.*IN_PROGRESS)$/.test(status)) {
        const { StackEvents } = await aws.call('cloudformation', 'DescribeStackEvents', { StackName: stack.StackId });
        const reasons = StackEvents.filter(({ ResourceStatus }: any) => ResourceStatus.endsWith('_FAILED'))
          .map(({ LogicalResourceId, ResourceStatusReason }: any) => `${LogicalResourceId}: ${ResourceStatusReason}`);
        throw new Error(`the stack ${name} is ${status}\n${reasons.join('\n')}`);
      }
    } while (status.endsWith('IN_PROGRESS'));
    const { TemplateBody } = await aws.call('cloudformation', 'GetTemplate', { StackName: name });
    const { StackResources } = await aws.call('cloudformation', 'DescribeStackResources', { StackName: name });
    const physicalIds = StackResources.map(({ LogicalResourceId, PhysicalResourceId }: any) => [LogicalResourceId, PhysicalResourceId]);
    return new DeployedStack(aws, name, typeof TemplateBody === 'string' ? JSON.parse(TemplateBody) : TemplateBody, Object.fromEntries(physicalIds));
  }

  private constructor(
    public readonly aws: Aws,
    public readonly name: string,
    /** The template as the server has it. */
    public readonly template: TemplateJson,
    private readonly physicalIds: { readonly [logicalId: string]: string },
  ) {}

  /** The logical ids of the resources of a type. */
  public idsOf(type: string): string[] {
    return Object.keys(this.template.Resources).filter((id) => this.template.Resources[id].Type === type);
  }

  /** The logical id of the one resource of a type whose id starts so. */
  public idOf(type: string, start: string = ''): string {
    const found = this.idsOf(type).filter((id) => id.startsWith(start));
    if (found.length !== 1) {
      throw new Error(`${this.name} has ${found.length} resources of ${type} whose logical id starts with "${start}"`);
    }
    return found[0];
  }

  /** What the server calls a resource. */
  public physicalId(type: string, start?: string): string {
    return this.physicalIds[this.idOf(type, start)];
  }

  /**
   * What the simulator makes of the stack. It receives the names that the server generated, because messages and dead letters have them in it; all else
   * is the template.
   *
   * @param sabotage what was done to the stack after it was deployed
   */
  public simulator(sabotage: (template: any) => void = () => {}): EventBusSimulator {
    const template = JSON.parse(JSON.stringify(this.template)) as TemplateJson;
    for (const [id, resource] of Object.entries(template.Resources)) {
      const property = NAMES[resource.Type];
      if (property !== undefined) {
        resource.Properties = { ...resource.Properties, [property]: this.physicalIds[id].split(/[/:]/).at(-1) };
      }
    }
    sabotage(template);
    return EventBusSimulator.fromTemplate(template, { ...this.aws.environment, stackName: this.name });
  }

  /** Takes it away. */
  public async delete(): Promise<void> {
    await this.aws.call('cloudformation', 'DeleteStack', { StackName: this.name });
  }
}
