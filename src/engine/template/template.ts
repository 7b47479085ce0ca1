/** A resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: { readonly [property: string]: unknown };
  readonly Condition?: string;
  readonly Metadata?: { readonly [key: string]: unknown };
}

/** A parameter of a template. */
export interface TemplateParameter {
  readonly Type: string;
  readonly Default?: unknown;
  readonly AllowedValues?: readonly unknown[];
}

/** An output of a template. */
export interface TemplateOutput {
  readonly Value: unknown;
  readonly Export?: { readonly Name: unknown };
  readonly Condition?: string;
}

/** The part of a CloudFormation template that the simulation reads. */
export interface Template {
  readonly Transform?: unknown;
  readonly Resources?: { readonly [logicalId: string]: TemplateResource };
  readonly Parameters?: { readonly [name: string]: TemplateParameter };
  readonly Conditions?: { readonly [name: string]: unknown };
  readonly Mappings?: { readonly [name: string]: { readonly [key: string]: { readonly [key: string]: unknown } } };
  readonly Outputs?: { readonly [name: string]: TemplateOutput };
}

/** A resource of which the type is known before it is rendered. */
export interface LazyResource {
  readonly logicalId: string;
  readonly type: string;
  /** The construct path. */
  readonly path?: string;
  /** Renders the resource. Called when it is needed; not more than once if it is `renderedOnce`. */
  read(): TemplateResource;
}

/** A resource that is rendered when it is needed, once. */
export function renderedOnce(resource: LazyResource): LazyResource {
  let rendered: TemplateResource | undefined;
  return { ...resource, read: () => rendered ??= resource.read() };
}

/** The resources of a template, in its order. What a macro adds is not among them. */
export function resourcesOf({ Resources = {} }: Template): LazyResource[] {
  return Object.entries(Resources)
    .filter(([, resource]) => typeof resource?.Type === 'string')
    .map(([logicalId, resource]) => ({ logicalId, type: resource.Type, read: () => resource }));
}

/**
 * The macros that would change the template before its deployment, by name: transforms, and loops in its conditions, resources and their properties.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function macrosOf({ Transform, Conditions, Resources = {} }: Template): string[] {
  const transforms = [Transform ?? []].flat().map((each) => String((each as { readonly Name?: unknown }).Name ?? each));
  const inResources = Object.values(Resources).flatMap(macrosIn);
  // The functions of this transform are simulated, except for loops.
  return [...new Set([...transforms.filter((name) => name !== 'AWS::LanguageExtensions'), ...functionsAmong(Conditions), ...functionsAmong(Resources), ...inResources])];
}

/** The macros next to the properties of a resource, which add properties to it. */
export function macrosIn(resource: TemplateResource): string[] {
  return [...functionsAmong(resource), ...functionsAmong(resource?.Properties)];
}

function functionsAmong(section: unknown): string[] {
  return typeof section === 'object' ? Object.keys(section ?? {}).filter((name) => name.startsWith('Fn::')) : [];
}
