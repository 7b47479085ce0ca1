import type { DeploymentEnvironment } from './environment';
import type { Scope } from './intrinsics';
import { generatedName, stableUuid } from './physical-name';
import { kindOf } from './resource-kinds';
import type { TemplateResource } from './template';

/** The stack that a resource belongs to. */
export interface OwningStack extends Scope {
  readonly name: string;
  readonly environment: DeploymentEnvironment;
  /** A value of the template with every intrinsic function evaluated. */
  evaluate(value: unknown): any;
  /** The construct path of a resource, or its logical id where the path is unknown. */
  pathOf(logicalId: string, declared: TemplateResource): string;
  /** Whether a construct path is that of the stack. */
  isStackPath(path: string): boolean;
  /** What another Region of the app exports for this one. */
  fromOtherRegion(name: string): unknown;
}

/** A resource as if it were deployed. */
export class ResourceInstance {
  constructor(
    public readonly stack: OwningStack,
    public readonly logicalId: string,
    /** The resource as it stands in the template. */
    public readonly declared: TemplateResource,
  ) {}

  public get type(): string {
    return this.declared.Type;
  }

  /** The construct path, or the logical id. */
  public get path(): string {
    return this.stack.pathOf(this.logicalId, this.declared);
  }

  /** A property with every intrinsic function evaluated. */
  public property(name: string): any {
    return this.stack.evaluate(this.declared.Properties?.[name]);
  }

  /** The name: the user's own or the one that CloudFormation would make. */
  public get name(): string {
    const { nameProperty, maxLength } = kindOf(this.type);
    const own = nameProperty === undefined ? undefined : this.property(nameProperty);
    if (typeof own === 'string') {
      return own;
    }
    if (this.type === 'AWS::KMS::Key') {
      return stableUuid(`${this.stack.name}/${this.logicalId}`);
    }
    const fifo = this.property('FifoQueue') === true || this.property('FifoTopic') === true ? '.fifo' : '';
    return generatedName(this.stack.name, this.logicalId, maxLength) + fifo;
  }

  /** The ARN, without what some attributes append. */
  public get arn(): string {
    if (this.type === 'AWS::SNS::Subscription') {
      return `${this.property('TopicArn')}:${stableUuid(`${this.stack.name}/${this.logicalId}`)}`;
    }
    const { account, region, partition } = this.stack.environment;
    const { service, resource, parentDefault } = kindOf(this.type);
    const path = resource.replace(/\{([A-Za-z]+)\}/g, (_match, part: string) => (part === 'name' ? this.nameInArn() : this.parent(part, parentDefault)));
    return `arn:${partition}:${service}:${service === 'iam' ? '' : region}:${account}:${path}`;
  }

  /** What `Ref` gives. */
  public ref(): string {
    switch (this.type === 'AWS::SNS::Subscription' ? 'arn' : kindOf(this.type).ref) {
      case 'arn':
        return this.arn;
      case 'url':
        return this.url();
      default:
        // The name of a rule on a bus of its own starts with the bus.
        return this.type === 'AWS::Events::Rule' ? this.nameInArn().replace('/', '|') : this.name;
    }
  }

  /** What `Fn::GetAtt` gives. */
  public attribute(attribute: string): unknown {
    if (this.type === 'Custom::CrossRegionExportReader') {
      return this.stack.fromOtherRegion(attribute);
    }
    if (attribute === 'Arn' || attribute === `${this.type.split('::')[2]}Arn`) {
      return this.arn;
    }
    switch (attribute) {
      case 'QueueUrl':
        return this.url();
      case 'Version':
        return '1';
      case 'Name':
      case 'KeyId':
      case `${this.type.split('::')[2]}Name`:
        return this.name;
      case 'FunctionArn':
        // Of a version or an alias: the function without the qualifier.
        return this.arn.replace(/:[^:]+$/, '');
      default:
        return attribute.endsWith('Arn') ? `${this.arn}/${attribute}` : `${this.name}-${attribute}`;
    }
  }

  private url(): string {
    const { account, region, urlSuffix } = this.stack.environment;
    return `https://sqs.${region}.${urlSuffix}/${account}/${this.name}`;
  }

  private nameInArn(): string {
    const bus = this.type === 'AWS::Events::Rule' ? lastPart(this.property('EventBusName') ?? 'default') : 'default';
    return bus === 'default' ? this.name : `${bus}/${this.name}`;
  }

  /** The name of the resource that this one belongs to: given by name or by ARN. */
  private parent(property: string, parentDefault = ''): string {
    return lastPart(this.property(property) ?? parentDefault);
  }
}

function lastPart(nameOrArn: unknown): string {
  return String(nameOrArn).split(/[/:]/).pop()!;
}
