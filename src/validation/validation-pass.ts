import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AppResources } from './deployed/app-resources';
import { RenderedElements } from './deployed/rendered-elements';

/** One validation of a Stage. It owns every cache: what it knows is forgotten when it ends. */
export class ValidationPass {
  public readonly resources: AppResources;
  private readonly elements = new RenderedElements();

  constructor(stage: IConstruct) {
    this.resources = new AppResources(stage, this.elements);
  }

  /** A property of a resource as it is rendered, with tokens resolved within its stack. */
  public property(resource: CfnResource, name: string): unknown {
    return this.elements.property(resource, name);
  }
}
