import type { RenderedElements } from './rendered-elements';
import type { StackElements } from './stage-tree';
import type { Template } from '../../engine/template/template';

/** The sections of a template other than its resources, rendered when the first one is read. */
export class StackSections implements Template {
  private known?: Required<Pick<Template, 'Parameters' | 'Conditions' | 'Mappings' | 'Outputs'>>;

  constructor(private readonly stack: StackElements, private readonly elements: RenderedElements) {}

  public get Transform(): unknown {
    return this.stack.stack.templateOptions.transforms;
  }

  public get Parameters(): Template['Parameters'] {
    return this.sections.Parameters;
  }

  public get Conditions(): Template['Conditions'] {
    return this.sections.Conditions;
  }

  public get Mappings(): Template['Mappings'] {
    return this.sections.Mappings;
  }

  public get Outputs(): Template['Outputs'] {
    return this.sections.Outputs;
  }

  private get sections() {
    return this.known ??= this.read();
  }

  private read() {
    const sections = { Parameters: {}, Conditions: {}, Mappings: {}, Outputs: {} };
    for (const element of this.stack.others) {
      const fragment = this.elements.fragment(element);
      Object.entries(sections).forEach(([name, section]) => Object.assign(section, fragment[name]));
    }
    return sections;
  }
}
