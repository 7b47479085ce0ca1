import type { CfnElement, Stack } from 'aws-cdk-lib';
import { CfnResource } from 'aws-cdk-lib';
import { ReferenceMemory } from './reference-memory';

/** A part of a template, as an element renders it. */
export type Fragment = { readonly [section: string]: { readonly [logicalId: string]: any } | undefined };

/** A resource as it is rendered. */
export interface RenderedResource {
  readonly Type: string;
  readonly Properties?: { readonly [property: string]: unknown };
  readonly Condition?: string;
  readonly Metadata?: { readonly [key: string]: unknown };
}

/** The elements of a Stage as they are rendered, Aspects and overrides of the user included. Each is rendered once, when it is first needed. */
export class RenderedElements {
  /** How many elements were rendered. */
  public get size(): number {
    return this.fragments.size;
  }

  private readonly fragments = new Map<CfnElement, Fragment>();
  private readonly memories = new Map<Stack, ReferenceMemory>();

  /** What an element adds to the template of its stack. Nothing if it cannot be rendered: the CDK reports that itself. */
  public fragment(element: CfnElement): Fragment {
    const known = this.fragments.get(element);
    if (known !== undefined) {
      return known;
    }
    const rendered = render(element, this.memoryOf(element.stack));
    this.fragments.set(element, rendered);
    return rendered;
  }

  /** A resource. One that cannot be rendered has no properties. */
  public resource(resource: CfnResource): RenderedResource {
    const [rendered] = Object.values(this.fragment(resource).Resources ?? {});
    return (rendered as RenderedResource | undefined) ?? { Type: resource.cfnResourceType };
  }

  /** A property of a resource, with tokens resolved within its stack. */
  public property(resource: CfnResource, name: string): unknown {
    return this.resource(resource).Properties?.[name];
  }

  /** What resolves values within a stack. */
  public memoryOf(stack: Stack): ReferenceMemory {
    const memory = this.memories.get(stack) ?? new ReferenceMemory(stack);
    this.memories.set(stack, memory);
    return memory;
  }
}

/** What the CDK itself calls to write a template: the only way to properties with the overrides of the user in them. */
interface Renderable {
  _toCloudFormation(): object;
}

function render(element: CfnElement, memory: ReferenceMemory): Fragment {
  const { _toCloudFormation: toCloudFormation } = element as unknown as Partial<Renderable>;
  if (typeof toCloudFormation !== 'function') {
    throw new Error('this version of aws-cdk-lib renders resources in another way than the versions that cdk-ecs-event-rules was tested with');
  }
  try {
    return memory.resolve(toCloudFormation.call(element)) as Fragment;
  } catch {
    return {};
  }
}
