import type { CheckedTarget } from './checked-target';
import { messageWarning } from './checked-target';
import { CATALOG } from '../../events/catalog';
import type { LocatedFinding } from '../../validation/findings/finding';

/** `<name>`, written as JSON too, or a path without the brackets. */
const PLACEHOLDER = /(<|\\u003c)(\$?[\w.[\]-]+)(?:>|\\u003e)|(\$\.(?:detail\.)?[a-z][\w[\]-]*(?:\.\w[\w[\]-]*)*)/gi;

/** Fields of every event that are not written between brackets for something else, as `<id>` is. */
const ENVELOPE = ['account', 'region', 'time', 'resources', 'detail', 'detail-type'];

/**
 * Names of fields that are sent as they are. EventBridge inserts values only where the target has an input transformer, which the CDK creates for values of
 * `events.EventField`, and this library writes `<` in such a form that EventBridge reads no name there.
 */
export function checkLiteralFields(target: CheckedTarget): LocatedFinding[] {
  const { text, paths } = target.template ?? {};
  const found = [...text?.matchAll(PLACEHOLDER) ?? []]
    // With an input transformer, EventBridge reads what stands between plain brackets.
    .filter(([, bracket]) => bracket !== '<' || paths === undefined)
    .map(([whole, , name = whole]) => ({ shown: name === whole ? name : `<${name}>`, path: pathOf(name) }));
  const fields = new Map(found.flatMap(({ shown, path }) => path === undefined ? [] : [[shown, path] as const]));
  return [...fields].map(([shown, path]) => messageWarning(target, 'cdk-ecs-event-rules:placeholderNotReplaced', path.startsWith('aws.events.')
    ? `${shown} is sent as it is, because this message has no input transformer. Use a value of events.EventField, or EcsEventMessage.`
    : `${shown} is sent as it is. Use events.EventField.fromPath('${path}') to insert the value.`));
}

/** The path that a name was probably meant for; none for what is no name of a field, such as a mention of Slack. */
function pathOf(name: string): string | undefined {
  if (/^aws\.events\./.test(name)) {
    return name;
  }
  const path = name.replace(/^\$\.?/, '');
  const isPath = name !== path && (ENVELOPE.includes(rootOf(path)) || ['id', 'source', 'version'].includes(path));
  if (isPath || ENVELOPE.includes(path) || path.startsWith('detail.')) {
    return `$.${path}`;
  }
  // A name in camel case that Amazon ECS gives a field; `<reason>`, but not `<name>`, which a command may have.
  return (/[A-Z]/.test(path) || path === 'reason') && CATALOG.some(({ fields }) => fields.some((field) => field.path === path)) ? `$.detail.${path}` : undefined;
}

function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0];
}
