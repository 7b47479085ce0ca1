import { CfnResource } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { checkFunctionInput } from './check-function-input';
import { checkLiteralFields } from './check-literal-fields';
import { checkTemplate } from './check-template';
import { checkValues } from './check-values';
import type { CheckedTarget } from './checked-target';
import { messageError, messageWarning } from './checked-target';
import { InputTemplate, literalParts } from './input-template';
import { partsOfArn } from '../../engine/simulation/arn';
import { isFifo } from '../../engine/simulation/queue-authorization';
import type { Resources } from '../../engine/simulation/resources';
import { DeliveryValidation } from '../../validation/delivery-validation';
import type { LocatedFinding } from '../../validation/findings/finding';
import type { ValidationPass } from '../../validation/validation-pass';
import { KnownFields } from '../matched-events/known-fields';
import { MatchedEvents } from '../matched-events/matched-events';
import type { RenderedPattern } from '../matched-events/pattern-queries';

/** The input of a rendered target. At most one of the three may be there. */
interface RenderedTarget {
  readonly Id?: string;
  readonly Input?: unknown;
  readonly InputPath?: unknown;
  readonly InputTransformer?: { readonly InputTemplate?: unknown; readonly InputPathsMap?: Readonly<Record<string, string>> };
}

/**
 * Checks, when the Stage is synthesized, what the targets of a rule receive instead of the event, whoever created them. To be called for every rule
 * to which something of the library is bound, as often as it is.
 */
export function checkInputsOf(rule: events.IRuleRef): void {
  const resource = rule.node.defaultChild;
  if (resource && CfnResource.isCfnResource(resource) && resource.cfnResourceType === 'AWS::Events::Rule') {
    DeliveryValidation.of(rule).addCheckOf(rule, (pass) => checkInputs(rule, resource as events.CfnRule, pass));
  }
}

function checkInputs(rule: events.IRuleRef, resource: events.CfnRule, pass: ValidationPass): LocatedFinding[] {
  const rendered = pass.property(resource, 'Targets');
  const targets = Array.isArray(rendered) ? rendered as RenderedTarget[] : [];
  if (!targets.some(hasInput)) {
    return [];
  }
  const fields = new KnownFields(MatchedEvents.of(rule), pass.property(resource, 'EventPattern') as RenderedPattern | undefined);
  const { resources } = pass.deployed;
  const deployed = pass.deployed.instanceOf(resource)?.propertyIfKnown('Targets') as readonly { readonly Arn?: unknown }[] | undefined;
  return targets.flatMap((target, index) => {
    const checked = { rule, id: `${target.Id}`, ...inputOf(target), fields, arn: String(deployed?.[index]?.Arn ?? '') };
    return !hasInput(target) ? [] : [
      ...checkKinds(checked, target),
      ...checkTemplate(checked),
      ...checkLiteralFields(checked),
      ...checkValues(checked),
      ...checkFunctionInput(checked),
      ...checkFifoInput(checked, resources),
    ];
  });
}

function hasInput(target: RenderedTarget): boolean {
  return kindsOf(target).length > 0;
}

function kindsOf(target: RenderedTarget): string[] {
  return (['Input', 'InputPath', 'InputTransformer'] as const).filter((kind) => target[kind] !== undefined);
}

function inputOf({ Input, InputPath, InputTransformer }: RenderedTarget): Pick<CheckedTarget, 'template' | 'inputPath'> {
  const text = literalParts(InputTransformer ? InputTransformer.InputTemplate : Input);
  return {
    template: text === undefined ? undefined : new InputTemplate(text, InputTransformer && (InputTransformer.InputPathsMap ?? {})),
    inputPath: typeof InputPath === 'string' ? InputPath : undefined,
  };
}

function checkKinds(checked: CheckedTarget, target: RenderedTarget): LocatedFinding[] {
  const kinds = kindsOf(target);
  return kinds.length === 1 ? [] : [messageError(checked, `EventBridge accepts one of Input, InputPath and InputTransformer, got ${kinds.join(' and ')}`, 'Omit the others')];
}

/** By one of these, two messages about different events differ. */
const DISTINCT = /^(\$|\$\.id|\$\.time|\$\.detail|\$\.detail\.(createdAt|updatedAt)|aws\.events\.event(\.json|\.ingestion-time)?)$/;

/** Of messages with the same content a FIFO queue delivers one in five minutes: EventBridge gives no deduplication id, so it is made of the content. */
function checkFifoInput(target: CheckedTarget, resources: Resources): LocatedFinding[] {
  const { template, inputPath, arn } = target;
  const isFifoQueue = partsOfArn(arn)?.service === 'sqs' && isFifo(arn, resources);
  const values = [inputPath ?? [], ...template?.placeholders.map(({ name, path }) => path ?? name) ?? []].flat();
  return !isFifoQueue || (inputPath === undefined && !template?.isKnown) || values.some((value) => DISTINCT.test(value)) ? [] : [
    messageWarning(target, 'cdk-ecs-event-rules:fifoMessageNotUnique', `${resources.nameOf(arn)} is a FIFO queue, which drops what it got within the last five minutes with the same content,`
      + ' and this message is the same for one event and the next. Put EventField.eventId into it, or use EcsEventMessage.'),
  ];
}
