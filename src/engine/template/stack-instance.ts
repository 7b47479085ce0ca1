import type { DeploymentEnvironment } from './environment';
import type { Exports } from './exports';
import { evaluate, evaluateCondition } from './intrinsics';
import { parameterOfSystemsManager, parameterValue } from './parameters';
import { generatedName } from './physical-name';
import { pseudoParameter } from './pseudo-parameters';
import { ResourceInstance } from './resource-instance';
import type { OwningStack } from './resource-instance';
import { macrosOf, renderedOnce, resourcesOf } from './template';
import type { LazyResource, Template, TemplateParameter } from './template';
import { RefusedError } from '../values/refused-error';
import { unknownValue } from '../values/unknown';

/** Properties for StackInstance. */
export interface StackInstanceProps {
  readonly name: string;
  /** The template. Its sections may be getters: each is read when it is needed. */
  readonly template: Template;
  /**
   * The resources.
   *
   * @default - those of the template
   */
  readonly resources?: Iterable<LazyResource>;
  readonly environment: DeploymentEnvironment;
  readonly deployment: Exports;
  /** The construct path of the stack, where it is known. */
  readonly path?: string;
  /** Values of parameters. */
  readonly parameters?: { readonly [name: string]: unknown };
  /** The stack that this one is nested in, and the logical id of its resource there. */
  readonly parent?: StackInstance;
  readonly idInParent?: string;
}

/** A stack as if it were deployed: every name, ARN and reference has a value, and the same one on every run. */
export class StackInstance implements OwningStack {
  public readonly name: string;
  public readonly environment: DeploymentEnvironment;
  /** The stacks that are nested in this one, by the logical id of their resource. */
  public readonly nested = new Map<string, StackInstance>();

  private readonly declared: readonly LazyResource[];
  private readonly resources = new Map<string, ResourceInstance>();
  private readonly byType = new Map<string, ResourceInstance[]>();
  private readonly knownConditions = new Map<string, boolean>();
  private readonly evaluatedConditions: string[] = [];

  constructor(private readonly props: StackInstanceProps) {
    this.name = props.name;
    this.environment = props.environment;
    this.declared = props.resources === undefined ? resourcesOf(props.template) : [...props.resources].map(renderedOnce);
    for (const resource of this.declared) {
      const instance = new ResourceInstance(this, resource);
      this.resources.set(resource.logicalId, instance);
      const ofType = this.byType.get(resource.type);
      if (ofType === undefined) {
        this.byType.set(resource.type, [instance]);
      } else {
        ofType.push(instance);
      }
    }
  }

  /** The same stack with other values for what only a deployment knows. */
  public copy(changes: Pick<StackInstanceProps, 'environment' | 'deployment' | 'parameters' | 'parent'>): StackInstance {
    return new StackInstance({ ...this.props, resources: this.declared, ...changes });
  }

  /** The values of its parameters that are given. */
  public get parameters(): StackInstanceProps['parameters'] {
    return this.props.parameters;
  }

  /** The stack that this one is nested in, and the logical id of its resource there. */
  public get nesting(): Pick<StackInstanceProps, 'parent' | 'idInParent'> {
    return this.props;
  }

  /** A resource by its logical id, if it exists. */
  public resourceById(logicalId: string): ResourceInstance | undefined {
    const resource = this.resources.get(logicalId);
    return resource !== undefined && this.exists(resource) ? resource : undefined;
  }

  /** The resources that exist: those whose condition is true. */
  public existing(): ResourceInstance[] {
    return [...this.resources.values()].filter((resource) => this.exists(resource));
  }

  /** The resources of some types that exist. Only these are rendered. */
  public ofType(...types: string[]): ResourceInstance[] {
    return types.flatMap((type) => this.byType.get(type) ?? []).filter((resource) => this.exists(resource));
  }

  /** The macros whose result is not simulated, by name. */
  public get macros(): string[] {
    return macrosOf(this.props.template);
  }

  /** The conditions of the template, except for that of the metadata which the CDK adds: it names every Region. */
  public get conditions(): unknown {
    const { CDKMetadataAvailable: _metadata, ...conditions } = this.props.template.Conditions ?? {};
    return conditions;
  }

  /** A parameter of which the value is not known before the deployment; for one of a nested stack, that of the stack around it which it stands for. */
  public openParameter(name: string): { readonly name: string; readonly parameter: TemplateParameter } | undefined {
    const parameter = this.props.template.Parameters?.[name];
    const { parent, idInParent } = this.props;
    if (parent !== undefined && parameter !== undefined) {
      const given = parent.declaredParameter(idInParent!, name) as { readonly Ref?: unknown } | undefined;
      return typeof given?.Ref === 'string' ? parent.openParameter(given.Ref) : undefined;
    }
    return parameter !== undefined && this.props.parameters?.[name] === undefined ? { name, parameter } : undefined;
  }

  /** A value of the template with every intrinsic function evaluated. */
  public evaluate(value: unknown): any {
    return evaluate(value, this);
  }

  /** This stack and all that are nested in it. */
  public withNested(): StackInstance[] {
    return [this, ...[...this.nested.values()].flatMap((nested) => nested.withNested())];
  }

  /** Whether a parameter of this name can have a value. */
  public hasParameter(name: string): boolean {
    return this.props.parent === undefined && this.props.template.Parameters?.[name] !== undefined;
  }

  /** Whether a construct path is that of this stack; from a template it is known only that it is the first part. */
  public isStackPath(path: string): boolean {
    return this.props.path === undefined ? !path.includes('/') : path === this.props.path;
  }

  /** The value that an output exports under a name; undefined if none does. */
  public exported(name: string): unknown {
    const output = Object.values(this.props.template.Outputs ?? {})
      .filter(({ Export, Condition }) => Export !== undefined && (Condition === undefined || this.condition(Condition)))
      .find(({ Export }) => this.evaluate(Export?.Name) === name);
    return output && this.evaluate(output.Value);
  }

  /** The value of an output. */
  public output(name: string): unknown {
    return this.evaluate(this.props.template.Outputs?.[name]?.Value);
  }

  public ref(name: string): unknown {
    const parameter = this.props.template.Parameters?.[name];
    if (parameter !== undefined) {
      const given = this.props.parent === undefined
        ? this.props.parameters?.[name]
        : this.props.parent.nestedParameter(this.props.idInParent!, name);
      const ofSystemsManager = parameterOfSystemsManager(name, parameter, given);
      const stored = ofSystemsManager && this.props.deployment.parameterOfSystemsManager(ofSystemsManager);
      return stored ?? parameterValue(name, parameter, given);
    }
    return name.startsWith('AWS::') ? pseudoParameter(name, this) : this.resource(name).ref();
  }

  public getAtt(logicalId: string, attribute: string): unknown {
    const nested = this.nested.get(logicalId);
    if (nested !== undefined && attribute.startsWith('Outputs.')) {
      return nested.output(attribute.slice('Outputs.'.length));
    }
    return this.resource(logicalId).attribute(attribute);
  }

  public importValue(name: string): unknown {
    return this.props.deployment.exported(name) ?? unknownValue(`imported-${name}`);
  }

  public stackOutput(stackName: string, outputName: string): unknown {
    return this.props.deployment.output(stackName, outputName) ?? unknownValue(`output-${stackName}-${outputName}`);
  }

  public systemsManager(name: string): unknown {
    return this.props.deployment.parameterOfSystemsManager(name) ?? unknownValue(`value-of-${name}`);
  }

  /** What another Region of the app exports for this one, by the CDK's own resources. */
  public fromOtherRegion(name: string): unknown {
    return this.props.deployment.exportedToOtherRegions(name);
  }

  public condition(name: string): boolean {
    const known = this.knownConditions.get(name);
    if (known !== undefined) {
      return known;
    }
    const expression = this.props.template.Conditions?.[name];
    if (expression === undefined) {
      if (this.macros.length > 0) {
        // A loop or a transform adds it.
        return true;
      }
      throw new Error(`stack ${this.name} has no condition ${name}`);
    }
    if (this.evaluatedConditions.includes(name)) {
      throw new RefusedError(`stack ${this.name}: the condition ${[...this.evaluatedConditions, name].join(' -> ')} is circular`);
    }
    this.evaluatedConditions.push(name);
    try {
      const value = evaluateCondition(expression, this);
      this.knownConditions.set(name, value);
      return value;
    } finally {
      this.evaluatedConditions.pop();
    }
  }

  public mapping(name: string, key: string, secondKey: string): unknown {
    return this.props.template.Mappings?.[name]?.[key]?.[secondKey];
  }

  private exists({ declared: { Condition } }: ResourceInstance): boolean {
    return Condition === undefined || this.condition(Condition);
  }

  private nestedParameter(logicalId: string, name: string): unknown {
    return this.evaluate(this.declaredParameter(logicalId, name));
  }

  private declaredParameter(logicalId: string, name: string): unknown {
    return (this.resource(logicalId).declared.Properties?.Parameters as Record<string, unknown> | undefined)?.[name];
  }

  private resource(logicalId: string): ResourceInstance {
    const resource = this.resources.get(logicalId);
    if (resource === undefined) {
      throw new Error(`stack ${this.name} has neither a resource nor a parameter ${logicalId}`);
    }
    return resource;
  }
}

/** The name of a stack that is nested in another. */
export function nestedStackName(parent: StackInstance, logicalId: string): string {
  return generatedName(parent.name, logicalId, 128);
}
