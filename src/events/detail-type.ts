/** The JSON of an event, as EventBridge hands it on. */
export interface EcsEventJson {
  readonly 'version': string;
  readonly 'id': string;
  readonly 'detail-type': string;
  readonly 'source': string;
  readonly 'account': string;
  readonly 'time': string;
  readonly 'region': string;
  readonly 'resources': string[];
  readonly 'detail': { readonly [field: string]: unknown };
}

/** What a field holds. `[]` are arrays: a pattern matches them if any element matches. */
export type FieldType = 'string' | 'number' | 'boolean' | 'string[]' | 'object' | 'object[]';

/** What an event says in another field. */
export interface Circumstance {
  /** The path below `detail`. */
  readonly path: string;
  /** One of these; any value if there are none. */
  readonly values?: readonly string[];
}

/** A field below `detail`. */
export interface Field {
  /** The path below `detail`; `[]` marks an array of objects on the way, as in `containers[].exitCode`. */
  readonly path: string;
  readonly type: FieldType;
  /** Whether every event of the detail type carries it. Only such fields are safe in a message. */
  readonly always: boolean;
  /** The events that always carry it although others of the detail type may not. */
  readonly alwaysIn?: readonly string[];
  /** The value of another field with which it is always there. */
  readonly alwaysWhen?: { readonly path: string; readonly value: string };
  /** What else an event says that has it, where that decides: an event that says none of this lacks it. */
  readonly presentWhen?: readonly Circumstance[];
  /** Whether it holds words of any kind, in which quotes and line breaks may be. */
  readonly freeFormText?: boolean;
  /** The values, where AWS documents a list. AWS may add to every list but that of `eventType`. */
  readonly values?: readonly string[];
  readonly means: string;
}

/** How an identity is written where the event carries it. */
export type IdentityForm =
  /** The ARN of the resource itself. */
  | 'arn'
  /** The plain name. */
  | 'name'
  /** The ARN of a service, which holds the name of the cluster: `…:service/<cluster>/`. */
  | 'service-arn'
  /** `service:<name>`, which means a service only together with its cluster. */
  | 'group';

/** Where an event says which cluster, service, daemon or capacity provider it is about. */
export interface Identity {
  /** The full path: `resources` or `detail.…`. */
  readonly path: string;
  readonly form: IdentityForm;
}

/** A sample event and where it comes from. */
export interface Sample {
  /** One line that tells this sample from others of the same event. */
  readonly title: string;
  /** `aws`: printed on the AWS page, value for value. `derived`: made from the fields that the page documents. */
  readonly origin: 'aws' | 'derived';
  readonly event: EcsEventJson;
}

/** One event that ECS sends. */
export interface EventEntry {
  /** `detail.eventName`; absent for detail types that have none. */
  readonly name?: string;
  /** `detail.eventType`; absent where there is none or where AWS does not say it. */
  readonly type?: string;
  readonly means: string;
  readonly samples: readonly Sample[];
}

/** Everything there is to know about one `detail-type`. */
export interface DetailTypeEntry {
  readonly detailType: string;
  /** The AWS page that documents it. */
  readonly page: string;
  /** What `resources` holds: the resource part of the ARN, in words. */
  readonly resources: string;
  /** Whether `resources` always holds exactly that one thing, so that `resources[0]` is safe in a message. */
  readonly oneResource: boolean;
  /** What an event says that has one thing in `resources`, where that decides. */
  readonly oneResourceWith?: readonly Circumstance[];
  readonly cluster: Identity;
  readonly service?: Identity;
  readonly daemon?: Identity;
  readonly capacityProvider?: Identity;
  readonly fields: readonly Field[];
  /** Whether the events carry more than these fields, so that nothing can be said of others. */
  readonly moreFields?: boolean;
  readonly events: readonly EventEntry[];
}

const DEVELOPER_GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/';

/** The address of a page of the Amazon ECS Developer Guide. */
export function developerGuide(page: string): string {
  return `${DEVELOPER_GUIDE}${page}.html`;
}

/** A field that every event of the detail type carries. */
export function always(path: string, type: FieldType, means: string, values?: readonly string[]): Field {
  return { path, type, always: true, means, values };
}

/** A field that some events of the detail type lack. */
export function sometimes(path: string, type: FieldType, means: string, values?: readonly string[], alwaysIn?: readonly string[]): Field {
  return { path, type, always: false, means, values, alwaysIn };
}

/** The same field as one that holds words, in which quotes and line breaks may be. */
export function freeFormText(field: Field): Field {
  return { ...field, freeFormText: true };
}

/** An event with one sample that is made from the sample of its family: the name, the type and what else differs. */
export function derived(base: EcsEventJson, name: string, type: string, means: string, detail: Record<string, unknown> = {}): EventEntry {
  return {
    name,
    type,
    means,
    samples: [{ title: name, origin: 'derived', event: { ...base, detail: { ...base.detail, eventType: type, eventName: name, ...detail } } }],
  };
}
