import type { Circumstance, Field } from './field';
import type { Source } from './sources';

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
  /** One line that distinguishes this sample from others of the same event. */
  readonly title: string;
  /**
   * - `aws`: printed on a page of AWS, value for value.
   * - `derived`: made from AWS's samples and the fields that AWS documents or that were recorded.
   * - `composed`: AWS publishes neither the JSON nor the fields of this event.
   */
  readonly origin: 'aws' | 'derived' | 'composed';
  readonly event: EcsEventJson;
}

/** One event that ECS sends. */
export interface EventEntry {
  /** `detail.eventName`; absent for detail types that have none. */
  readonly name?: string;
  /** `detail.eventType`; absent where there is none or where AWS does not say it. */
  readonly type?: string;
  /** One or two sentences. */
  readonly description: string;
  /** What users of the event should know beyond that. */
  readonly note?: string;
  /** Where it is documented, if not on the page of the detail type. */
  readonly source?: Source;
  readonly samples: readonly Sample[];
}

/** Everything there is to know about one `detail-type`. */
export interface DetailTypeEntry {
  readonly detailType: string;
  /** The AWS page that documents it. */
  readonly page: string;
  /** A description of the ARN in `resources`: the type of its resource. */
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
  /** Whether the events have more than these fields, so that others may exist. */
  readonly moreFields?: boolean;
  readonly events: readonly EventEntry[];
}

/** What differs in a derived event, and a note about it. */
interface DerivedOptions {
  /** Fields of `detail`. */
  readonly detail?: Record<string, unknown>;
  readonly note?: string;
  readonly source?: Source;
  readonly origin?: Sample['origin'];
}

/** An event with one sample that is made from the sample of its family: the name, the type and what else differs. */
export function derived(base: EcsEventJson, name: string, type: string, description: string, { detail = {}, origin = 'derived', ...more }: DerivedOptions = {}): EventEntry {
  return {
    name,
    type,
    description,
    ...more,
    samples: [{ title: name, origin, event: { ...base, detail: { ...base.detail, eventType: type, eventName: name, ...detail } } }],
  };
}
