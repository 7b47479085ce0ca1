/** What an event is about and where it comes from. What is undefined stays as it is in the sample. */
export interface Identities {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  readonly cluster?: string;
  readonly service?: string;
  readonly daemon?: string;
  readonly capacityProvider?: string;
  readonly taskDefinitionFamily?: string;
}

/** The parts of an ARN of Amazon ECS. */
export interface EcsArn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** Such as `service`. */
  readonly type: string;
  /** What follows the type, such as cluster and name. */
  readonly names: readonly string[];
}

const ECS_ARN = /^arn:([^:]*):ecs:([^:]*):([^:]*):([^/]+)\/(.+)$/;

/** Which identity stands at which place, by the type of the resource. Ids are left as they are. */
const PLACES: { readonly [type: string]: readonly ('cluster' | 'service' | 'daemon' | 'capacityProvider' | 'taskDefinitionFamily')[] } = {
  'cluster': ['cluster'],
  'service': ['cluster', 'service'],
  'service-deployment': ['cluster', 'service'],
  'task': ['cluster'],
  'container': ['cluster'],
  'container-instance': ['cluster'],
  'daemon': ['cluster', 'daemon'],
  'daemon-deployment': ['cluster', 'daemon'],
  'daemon-revision': ['cluster', 'daemon'],
  'capacity-provider': ['capacityProvider'],
  'task-definition': ['taskDefinitionFamily'],
};

/** Takes an ARN of Amazon ECS apart; undefined for everything else. */
export function parseEcsArn(text: string): EcsArn | undefined {
  const match = ECS_ARN.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, partition, region, account, type, names] = match;
  return { partition, region, account, type, names: names.split('/') };
}

/** A copy of a value in which every ARN of Amazon ECS is about the given identities. */
export function withIdentities(value: unknown, identities: Identities): any {
  if (Array.isArray(value)) {
    return value.map((element) => withIdentities(element, identities));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIdentities(inner, identities)]));
  }
  const arn = typeof value === 'string' ? parseEcsArn(value) : undefined;
  return arn === undefined ? value : formatted(arn, identities);
}

function formatted({ partition, region, account, type, names }: EcsArn, identities: Identities): string {
  const places = PLACES[type] ?? [];
  const renamed = names.map((name, at) => {
    const identity = places[at] === undefined ? undefined : identities[places[at]];
    // A revision stays behind its family.
    return identity === undefined ? name : name.replace(/^[^:]*/, () => identity);
  });
  return [
    'arn', identities.partition ?? partition, 'ecs', identities.region ?? region, identities.account ?? account, `${type}/${renamed.join('/')}`,
  ].join(':');
}
