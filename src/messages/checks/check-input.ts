import { CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import type { RenderedPattern } from '../matched-events/pattern-queries';
import { heardBy } from '../matched-events/matched-events';
import { InputTemplate, literalParts } from './input-template';
import { judgeChatInput } from './check-chat-input';
import { judgeFifoInput } from './check-fifo-input';
import { judgeFunctionInput } from './check-function-input';
import { judgeTemplate } from './check-template';
import { judgeValues } from './check-values';
import type { JudgedTarget } from './checked-target';
import { wrong } from './checked-target';
import { KnownFields } from '../matched-events/known-fields';
import type { AppResources } from '../../delivery/app-resources';
import { destinationsOf } from '../../delivery/destinations';
import type { Judgement } from '../../delivery/finding';
import { Wiring } from '../../delivery/delivery-validation';

/** What a rendered target says of its input. At most one of the three may be there. */
interface RenderedTarget {
  readonly Id?: string;
  readonly Input?: unknown;
  readonly InputPath?: unknown;
  readonly InputTransformer?: { readonly InputTemplate?: unknown; readonly InputPathsMap?: Readonly<Record<string, string>> };
}

const JUDGED = new WeakSet<IConstruct>();

/**
 * Has judged, once the Stage is synthesized, what the targets of a rule receive instead of the event, whoever made them. To be called for every rule
 * that something of the library is bound to, as often as it is.
 */
export function judgeInputsOf(rule: events.IRuleRef): void {
  const resource = rule.node.defaultChild;
  if (!JUDGED.has(rule) && resource && CfnResource.isCfnResource(resource) && resource.cfnResourceType === 'AWS::Events::Rule') {
    JUDGED.add(rule);
    Wiring.of(rule).judgeToo((resources) => judgeInputs(rule, resource as events.CfnRule, resources));
  }
}

function judgeInputs(rule: events.IRuleRef, resource: events.CfnRule, resources: AppResources): Judgement[] {
  const rendered = resources.property(resource, 'Targets');
  const targets = Array.isArray(rendered) ? rendered as RenderedTarget[] : [];
  if (!targets.some(hasInput)) {
    return [];
  }
  const fields = new KnownFields(heardBy(rule), resources.property(resource, 'EventPattern') as RenderedPattern | undefined);
  const destinations = destinationsOf(resource);
  return targets.flatMap((target, index) => {
    const judged = { rule, id: `${target.Id}`, ...inputOf(target), fields, destination: destinations[index] ?? '' };
    return !hasInput(target) ? [] : [
      ...judgeKinds(judged, target),
      ...judgeTemplate(judged),
      ...judgeValues(judged),
      ...judgeFunctionInput(judged),
      ...judgeFifoInput(judged),
      ...judgeChatInput(judged, resources),
    ];
  });
}

function hasInput(target: RenderedTarget): boolean {
  return kindsOf(target).length > 0;
}

function kindsOf(target: RenderedTarget): string[] {
  return (['Input', 'InputPath', 'InputTransformer'] as const).filter((kind) => target[kind] !== undefined);
}

function inputOf({ Input, InputPath, InputTransformer }: RenderedTarget): Pick<JudgedTarget, 'template' | 'inputPath'> {
  const text = literalParts(InputTransformer ? InputTransformer.InputTemplate : Input);
  return {
    template: text === undefined ? undefined : new InputTemplate(text, InputTransformer && (InputTransformer.InputPathsMap ?? {})),
    inputPath: typeof InputPath === 'string' ? InputPath : undefined,
  };
}

function judgeKinds(judged: JudgedTarget, target: RenderedTarget): Judgement[] {
  const kinds = kindsOf(target);
  return kinds.length === 1 ? [] : [wrong(judged, `found ${kinds.join(' and ')}, of which EventBridge takes one`, 'Leave the others out')];
}
