import { MessageInput } from './message-input';
import { OptionText } from './option-text';
import { additionalFieldsOf, checkReservedNames, checkTexts } from './user-texts';
import { CATALOG } from '../../events/catalog';
import { inside, own } from '../content/placeholder';
import type { Report } from '../content/report';
import type { EcsEventJsonOptions } from '../json-options';
import type { MatchedEvents } from '../matched-events/matched-events';

/** The version of the keys: it is raised when a key changes its meaning or goes away, not when one is added. */
export const SCHEMA_VERSION = '1';

/** What EventBridge puts on every event, by the key that it gets. */
const ENVELOPE: Readonly<Record<string, string>> = {
  id: 'id',
  detailType: 'detail-type',
  time: 'time',
  account: 'account',
  region: 'region',
  resources: 'resources',
};

/**
 * An object for programs: flat, but for `detail`, which is that of the event. Keys are in camel case, because that is how Amazon ECS itself spells the fields of
 * `detail`, which keep their names. Every value of the event is a separate value: a text stays one whatever is in it, a number stays a number.
 */
export class JsonMessage extends MessageInput {
  constructor(private readonly options: EcsEventJsonOptions) {
    super();
    const factory = 'EcsEventMessage.json';
    checkTexts({ factory, unwanted: /[\u0000-\u0009\u000b-\u001f]/, resolution: 'Remove control characters' }, options, []);
    checkReservedNames(factory, options);
  }

  protected render({ title, failureSeverity }: Report, matched: MatchedEvents): string {
    const { titlePrefix, runbook } = this.options;
    const marked = (text: string) => new OptionText('', text).marked;
    return JSON.stringify({
      schemaVersion: SCHEMA_VERSION,
      summary: titlePrefix === undefined ? title : `${marked(titlePrefix)} ${title}`,
      ...failureSeverity !== undefined && { severity: failureSeverity },
      ...valuesOf(ENVELOPE),
      ...valuesOf(fieldsIn(matched)),
      ruleName: inside('aws.events.rule-name'),
      ...runbook !== undefined && { runbook: marked(runbook) },
      ...Object.fromEntries(additionalFieldsOf(this.options).map(({ name, value }) =>
        [name, value.onlyPath === undefined ? value.marked : own(value.onlyPath)])),
      detail: own('detail'),
    });
  }
}

function valuesOf(paths: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, own(path)]));
}

/** The fields that every event of the rule has. Objects and lists of them are in `detail` only. */
function fieldsIn(matched: MatchedEvents): Record<string, string> {
  const fields = CATALOG.flatMap((entry) => entry.fields).filter(({ path, type }) => !path.includes('[]') && !type.startsWith('object'));
  const present = fields.map(({ path }) => path).filter((path) => matched.alwaysHas(`detail.${path}`));
  const isAboutService = matched.kinds.every(({ entry }) => entry?.service?.path === 'resources');
  return {
    ...Object.fromEntries(present.map((path) => [path, `detail.${path}`])),
    ...isAboutService && matched.alwaysHas('resources[0]') && { serviceArn: 'resources[0]' },
  };
}
