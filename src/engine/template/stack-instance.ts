import type { DeploymentEnvironment } from './environment';
import { evaluate, evaluateCondition } from './intrinsics';
import { generatedName, stableSuffix } from './physical-name';
import { ResourceInstance } from './resource-instance';
import type { OwningStack } from './resource-instance';
import type { Template, TemplateParameter, TemplateResource } from './template';

/** What the stacks that are deployed together export to each other. */
export interface Exports {
  /** The value of an export of any stack; undefined if there is none. */
  exported(name: string): unknown;
  /** The value that a stack writes for the stacks of other Regions. */
  exportedToOtherRegions(name: string): unknown;
}

/** What a stack instance is made from. */
export interface StackInstanceProps {
  readonly name: string;
  readonly template: Template;
  readonly environment: DeploymentEnvironment;
  readonly deployment: Exports;
  /** The construct path of the stack, where it is known. */
  readonly path?: string;
  /** The construct paths of resources, where they are known better than by the template's metadata. */
  readonly paths?: ReadonlyMap<string, string>;
  /** Values of parameters. */
  readonly parameters?: { readonly [name: string]: unknown };
  /** The stack that this one is nested in, and as which of its resources. */
  readonly parent?: StackInstance;
  readonly idInParent?: string;
}

/** A stack as if it were deployed: every name, ARN and reference has a value, and the same one on every run. */
export class StackInstance implements OwningStack {
  public readonly name: string;
  public readonly environment: DeploymentEnvironment;
  /** The stacks that are nested in this one, by the logical id of their resource. */
  public readonly nested = new Map<string, StackInstance>();

  private readonly resources = new Map<string, ResourceInstance>();

  constructor(private readonly props: StackInstanceProps) {
    this.name = props.name;
    this.environment = props.environment;
    for (const [logicalId, resource] of Object.entries(props.template.Resources ?? {})) {
      this.resources.set(logicalId, new ResourceInstance(this, logicalId, resource));
    }
  }

  /** The resources that exist: those whose condition holds. */
  public existing(): ResourceInstance[] {
    return [...this.resources.values()].filter(({ declared }) => declared.Condition === undefined || this.condition(declared.Condition));
  }

  /** A value of the template with every intrinsic function evaluated. */
  public evaluate(value: unknown): any {
    return evaluate(value, this);
  }

  /** This stack and all that are nested in it. */
  public withNested(): StackInstance[] {
    return [this, ...[...this.nested.values()].flatMap((nested) => nested.withNested())];
  }

  /** Whether somebody can give the template a value by this name. */
  public hasParameter(name: string): boolean {
    return this.props.parent === undefined && this.props.template.Parameters?.[name] !== undefined;
  }

  /** Whether a construct path is that of this stack; templates only tell that it is the first part. */
  public isStackPath(path: string): boolean {
    return this.props.path === undefined ? !path.includes('/') : path === this.props.path;
  }

  /** The construct path of a resource, or its logical id where nothing says the path. */
  public pathOf(logicalId: string, declared: TemplateResource): string {
    const path = this.props.paths?.get(logicalId) ?? declared.Metadata?.['aws:cdk:path'];
    return typeof path === 'string' ? path.replace(/\/Resource$/, '') : logicalId;
  }

  /** The value that an output exports under a name; undefined if none does. */
  public exported(name: string): unknown {
    const output = Object.values(this.props.template.Outputs ?? {})
      .filter(({ Export, Condition }) => Export !== undefined && (Condition === undefined || this.condition(Condition)))
      .find(({ Export }) => this.evaluate(Export?.Name) === name);
    return output && this.evaluate(output.Value);
  }

  public ref(name: string): unknown {
    const parameter = this.props.template.Parameters?.[name];
    if (parameter !== undefined) {
      const given = this.props.parent === undefined
        ? this.props.parameters?.[name]
        : this.props.parent.nestedParameter(this.props.idInParent!, name);
      return parameterValue(name, parameter, given);
    }
    return name.startsWith('AWS::') ? this.pseudo(name) : this.resource(name).ref();
  }

  public getAtt(logicalId: string, attribute: string): unknown {
    const nested = this.nested.get(logicalId);
    if (nested !== undefined && attribute.startsWith('Outputs.')) {
      return nested.output(attribute.slice('Outputs.'.length));
    }
    return this.resource(logicalId).attribute(attribute);
  }

  public importValue(name: string): unknown {
    return this.props.deployment.exported(name) ?? `imported-${name}`;
  }

  /** What another Region of the app exports for this one, by the CDK's own resources. */
  public fromOtherRegion(name: string): unknown {
    return this.props.deployment.exportedToOtherRegions(name);
  }

  public condition(name: string): boolean {
    const expression = this.props.template.Conditions?.[name];
    if (expression === undefined) {
      throw new Error(`stack ${this.name} has no condition ${name}`);
    }
    return evaluateCondition(expression, this);
  }

  public mapping(name: string, key: string, secondKey: string): unknown {
    return this.props.template.Mappings?.[name]?.[key]?.[secondKey];
  }

  private output(name: string): unknown {
    return this.evaluate(this.props.template.Outputs?.[name]?.Value);
  }

  private nestedParameter(logicalId: string, name: string): unknown {
    const parameters = this.resource(logicalId).declared.Properties?.Parameters as Record<string, unknown> | undefined;
    return this.evaluate(parameters?.[name]);
  }

  private resource(logicalId: string): ResourceInstance {
    const resource = this.resources.get(logicalId);
    if (resource === undefined) {
      throw new Error(`stack ${this.name} has neither a resource nor a parameter ${logicalId}`);
    }
    return resource;
  }

  private pseudo(name: string): unknown {
    const { account, region, partition, urlSuffix } = this.environment;
    switch (name) {
      case 'AWS::AccountId':
        return account;
      case 'AWS::Region':
        return region;
      case 'AWS::Partition':
        return partition;
      case 'AWS::URLSuffix':
        return urlSuffix;
      case 'AWS::StackName':
        return this.name;
      case 'AWS::StackId':
        return `arn:${partition}:cloudformation:${region}:${account}:stack/${this.name}/${stableSuffix(this.name, 12).toLowerCase()}`;
      case 'AWS::NotificationARNs':
        return [];
      default:
        throw new Error(`the pseudo parameter ${name} is not known`);
    }
  }
}

/** The name of a stack that is nested in another. */
export function nestedStackName(parent: StackInstance, logicalId: string): string {
  return generatedName(parent.name, logicalId, 128);
}

/** What a parameter stands for: the value that was given, its default, or a dummy that is the same on every run. */
function parameterValue(name: string, parameter: TemplateParameter, given: unknown): unknown {
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.includes('List<');
  const value = given ?? valueWithout(name, parameter);
  if (!isList) {
    return value;
  }
  return Array.isArray(value) ? value : String(value).split(',').map((element) => element.trim());
}

function valueWithout(name: string, parameter: TemplateParameter): unknown {
  // The default is the name of an SSM parameter whose value only AWS knows.
  if (parameter.Type.startsWith('AWS::SSM::Parameter::Value')) {
    return `value-of-${String(parameter.Default ?? name)}`;
  }
  return parameter.Default ?? (parameter.Type === 'Number' ? 1 : name);
}
