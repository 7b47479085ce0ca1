import type { Variable } from './variable';

/** What the rule itself contributes to a message. */
export interface RuleIdentity {
  readonly name: string;
  readonly arn: string;
}

type Event = Record<string, unknown>;

/** The variables that EventBridge reserves. */
const PREDEFINED: { readonly [name: string]: (rule: RuleIdentity) => Variable } = {
  'aws.events.rule-arn': ({ arn }) => ({ valueIn: () => arn }),
  'aws.events.rule-name': ({ name }) => ({ valueIn: () => name }),
  'aws.events.event.ingestion-time': () => ({
    valueIn: ({ time }) => time,
    assumption: '<aws.events.event.ingestion-time> is the time of the event: EventBridge received it at once',
  }),
  'aws.events.event': () => ({
    valueIn: withoutDetail,
    assumption: '<aws.events.event> has detailType instead of detail-type: it had when it was tried on AWS, and AWS does not document it',
  }),
  'aws.events.event.json': () => ({ valueIn: (event) => event }),
};

/** A variable that EventBridge defines; undefined for any other name. */
export function predefined(name: string, rule: RuleIdentity): Variable | undefined {
  return Object.prototype.hasOwnProperty.call(PREDEFINED, name) ? PREDEFINED[name](rule) : undefined;
}

function withoutDetail({ detail: _detail, 'detail-type': detailType, ...rest }: Event): Event {
  return { ...rest, detailType };
}
