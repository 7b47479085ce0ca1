import type { DeploymentEnvironment } from './environment';
import type { Scope } from './intrinsics';
import { generatedName, stableUuid } from './physical-name';
import { kindOf } from './resource-kinds';
import { macrosIn } from './template';
import type { LazyResource, TemplateResource } from './template';
import { RefusedError } from '../values/refused-error';
import { readable, unknownValue } from '../values/unknown';

/** The stack that a resource belongs to. */
export interface OwningStack extends Scope {
  readonly name: string;
  readonly environment: DeploymentEnvironment;
  /** The macros whose result is not simulated, by name. */
  readonly macros: readonly string[];
  /** A value of the template with every intrinsic function evaluated. */
  evaluate(value: unknown): any;
  /** A resource by its logical id, if it exists. */
  resourceById(logicalId: string): ResourceInstance | undefined;
  /** Whether a construct path is that of the stack. */
  isStackPath(path: string): boolean;
  /** The value that another Region of the app exports for this one. */
  fromOtherRegion(name: string): unknown;
}

/** A resource as if it were deployed. Everything is rendered and evaluated when it is needed, once. */
export class ResourceInstance {
  public readonly logicalId: string;
  public readonly type: string;
  private readonly properties = new Map<string, unknown>();
  /** The properties that are being evaluated. */
  private readonly evaluated = new Set<string>();
  private knownDeclared?: TemplateResource;
  private knownMacros?: readonly string[];
  private knownName?: string;
  private knownArn?: string;

  constructor(public readonly stack: OwningStack, private readonly resource: LazyResource) {
    this.logicalId = resource.logicalId;
    this.type = resource.type;
  }

  /** The resource as it is declared in the template. */
  public get declared(): TemplateResource {
    return this.knownDeclared ??= this.resource.read();
  }

  /** The construct path, or the logical id. */
  public get path(): string {
    const path = this.resource.path ?? this.declared.Metadata?.['aws:cdk:path'];
    return typeof path === 'string' ? path.replace(/\/Resource$/, '') : this.logicalId;
  }

  /** A property with every intrinsic function evaluated. Throws if the template is wrong, or if a macro may add the property. */
  public property(name: string): any {
    const value = this.declaredProperty(name);
    if (value === undefined) {
      const [macro] = this.knownMacros ??= macrosIn(this.declared);
      if (macro !== undefined) {
        throw new Error(`${macro}, which is not simulated, may add ${name} to ${this.logicalId}`);
      }
    }
    return value;
  }

  /** The same, where a property that cannot be evaluated is an unknown value. */
  public propertyIfKnown(name: string): any {
    try {
      return this.property(name);
    } catch (error) {
      return unknownValue(`${this.logicalId}.${name} (${readable((error as Error).message)})`);
    }
  }

  /** The name: the user's own or the one that CloudFormation would generate. */
  public get name(): string {
    return this.knownName ??= this.makeName();
  }

  /** The ARN, without what some attributes append. */
  public get arn(): string {
    return this.knownArn ??= this.makeArn();
  }

  /** The value of `Ref`. */
  public ref(): string {
    switch (this.type === 'AWS::SNS::Subscription' ? 'arn' : kindOf(this.type).ref) {
      case 'arn':
        return this.arn;
      case 'url':
        return this.url();
      default:
        // The name of a rule on a custom bus starts with the bus.
        return this.type === 'AWS::Events::Rule' ? this.nameInArn().replace('/', '|') : this.name;
    }
  }

  /** The value of `Fn::GetAtt`. */
  public attribute(attribute: string): unknown {
    if (this.type === 'Custom::CrossRegionExportReader') {
      return this.stack.fromOtherRegion(attribute);
    }
    if (attribute === 'Arn' || attribute === `${this.type.split('::')[2]}Arn`) {
      return this.arn;
    }
    if (this.type === 'AWS::SSM::Parameter' && attribute === 'Value') {
      return this.property('Value');
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
        return unknownValue(readable(attribute.endsWith('Arn') ? `${this.arn}/${attribute}` : `${this.name}-${attribute}`));
    }
  }

  private declaredProperty(name: string): any {
    if (this.evaluated.has(name)) {
      throw new RefusedError(`${this.logicalId}.${name} refers to itself`);
    }
    if (!this.properties.has(name)) {
      this.evaluated.add(name);
      try {
        this.properties.set(name, this.stack.evaluate(this.declared.Properties?.[name]));
      } finally {
        this.evaluated.delete(name);
      }
    }
    return this.properties.get(name);
  }

  private makeName(): string {
    const { nameProperty, maxLength } = kindOf(this.type);
    const own = nameProperty === undefined ? undefined : this.declaredProperty(nameProperty);
    if (typeof own === 'string') {
      return own;
    }
    if (this.type === 'AWS::KMS::Key' || this.type === 'AWS::KMS::ReplicaKey') {
      return unknownValue(stableUuid(`${this.stack.name}/${this.logicalId}`));
    }
    const fifo = this.declaredProperty('FifoQueue') === true || this.declaredProperty('FifoTopic') === true ? '.fifo' : '';
    return generatedName(this.stack.name, this.logicalId, maxLength) + fifo;
  }

  private makeArn(): string {
    if (this.type === 'AWS::SNS::Subscription') {
      return `${this.declaredProperty('TopicArn')}:${stableUuid(`${this.stack.name}/${this.logicalId}`)}`;
    }
    const { account, region, partition } = this.stack.environment;
    const { service, resource, parentDefault } = kindOf(this.type);
    const path = resource.replace(/\{([A-Za-z]+)\}/g, (_match, part: string) => (part === 'name' ? this.nameInArn() : this.parent(part, parentDefault)));
    return `arn:${partition}:${service}:${service === 'iam' ? '' : region}:${account}:${path}`;
  }

  private url(): string {
    const { account, region, urlSuffix } = this.stack.environment;
    return `https://sqs.${region}.${urlSuffix}/${account}/${this.name}`;
  }

  private nameInArn(): string {
    const bus = this.type === 'AWS::Events::Rule' ? lastPart(this.declaredProperty('EventBusName') ?? 'default') : 'default';
    return bus === 'default' ? this.name : `${bus}/${this.name}`;
  }

  /** The name of the resource that this one belongs to, which is given by name or by ARN. */
  private parent(property: string, parentDefault = ''): string {
    return property === 'Path' ? String(this.declaredProperty(property) ?? '/') : lastPart(this.declaredProperty(property) ?? parentDefault);
  }
}

function lastPart(nameOrArn: unknown): string {
  return String(nameOrArn).split(/[/:]/).pop()!;
}
