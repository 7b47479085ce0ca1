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

/** The macros that would change the template before its deployment, by name. */
export function macrosOf({ Transform, Resources = {} }: Template): string[] {
  const transforms = [Transform ?? []].flat().map((each) => String((each as { readonly Name?: unknown }).Name ?? each));
  const loops = Object.keys(Resources).filter((name) => name.startsWith('Fn::'));
  // The functions of this transform are simulated, except for loops.
  return [...transforms.filter((name) => name !== 'AWS::LanguageExtensions'), ...loops];
}
