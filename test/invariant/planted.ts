import type { Binding } from './bindings';
import type { Composition } from './composition';
import type { Kind, Origin } from './recipients';

/** A known fault of compositions, or something that looks like one and is none. */
export interface Planted {
  readonly title: string;
  readonly kind: Kind;
  readonly origin: Origin;
  readonly binding: Binding;
  readonly twists: readonly string[];
  /** Whether synthesis has to report it. Otherwise it has to be delivered, without an error. */
  readonly isReported: boolean;
  /** Whether an error may be reported. */
  readonly isCertain: boolean;
}

type Row = [kind: Kind, twists: string | string[], options?: Partial<Pick<Planted, 'origin' | 'binding' | 'isCertain'>>];

/** What is not delivered, and has to be reported. */
const FAULTS: Row[] = [
  // Presence mistaken for permission.
  ...(['topic', 'queue'] as const).flatMap((kind): Row[] => [
    ...['aws:PrincipalOrgID', 'aws:SourceVpce'].flatMap((key): Row[] => [[kind, `a Deny on ${key}, before the target`], [kind, `a Deny on ${key}, after the target`]]),
    [kind, 'an Allow of another action only'],
    [kind, 'an Allow of another rule only'],
    [kind, 'an Allow of another organization'],
    [kind, 'no Allow'],
    [kind, 'a policy under a condition that is false'],
    [kind, 'a disabled key'],
    [kind, 'the key that AWS manages'],
    [kind, 'a key with a Deny on aws:PrincipalOrgID'],
    // State before Aspects.
    [kind, 'a key, after the target'],
    [kind, 'a key by an override'],
    [kind, 'an Aspect that disables rules'],
    [kind, 'an Aspect that moves rules to another bus'],
    [kind, 'an override that removes the targets'],
    [kind, 'an override that replaces the pattern'],
    // Rules that EventBridge refuses.
    [kind, 'an override that adds a refused pattern'],
    [kind, 'an override with too many retries'],
    [kind, 'an override with a refused input'],
    [kind, 'an override to another account'],
    // Targets of any kind.
    [kind, [], { binding: 'custom' }],
    [kind, [], { binding: 'custom, with a weak role' }],
    [kind, [], { binding: 'added to a rule' }],
    [kind, [], { binding: 'added to the L1 rule' }],
    // A second policy, however it names its resource.
    [kind, 'a custom policy, after the target'],
    [kind, 'a custom policy, after the target', { origin: 'L1' }],
    [kind, 'a custom policy by the literal name, after the target'],
    [kind, 'an inline policy, after the target'],
    // Two rules.
    [kind, 'a second construct with the same rule name'],
    [kind, 'a second construct for the same events', { isCertain: false }],
  ]),
  ...(['topic', 'queue', 'function'] as const).flatMap((kind): Row[] => [
    [kind, 'the same target again'],
    [kind, 'dead letters: a Deny on aws:PrincipalOrgID'],
    [kind, 'dead letters: a policy that is replaced'],
    [kind, 'dead letters: a policy under a condition that is false'],
    [kind, 'dead letters: a key, after the target'],
  ]),
  ['topic', 'a key of a topic under a condition on the source'],
  ['queue', 'an Aspect that encrypts every queue'],
  ['queue', 'an Aspect that encrypts every queue', { origin: 'L1' }],
  ['function', 'an Aspect that encrypts every queue'],
  ['function', 'a permission of another rule only'],
  ['function', 'a permission of another service only'],
  ['function', 'a resource policy of the function'],
  ['function', 'no reserved concurrency'],
  ['function', [], { binding: 'custom' }],
  ['function', [], { binding: 'custom, with a weak role' }],
  ['topic', 'a filter on message attributes'],
  ['topic', 'a filter on the body for a field that no event has'],
  ['topic', 'a filter on the body for another source'],
  ['topic', 'a filter on the body that events pass', { binding: 'library, with a message' }],
  ['topic', 'a subscribed queue that refuses the topic'],
  ['topic', 'no subscription'],
];

/** What is delivered, and is no error. */
const NO_FAULTS: Row[] = [
  ...(['topic', 'queue'] as const).flatMap((kind): Row[] => [
    [kind, []],
    [kind, [], { origin: 'L1' }],
    [kind, [], { origin: 'spelled' }],
    [kind, [], { origin: 'imported' }],
    [kind, [], { binding: 'cdk' }],
    [kind, [], { binding: 'custom, with a role' }],
    [kind, 'a Deny that spares AWS services'],
    [kind, 'a Deny of plain HTTP'],
    [kind, 'a Deny of another action'],
    [kind, 'a key, before the target'],
    [kind, 'a key, before the target', { origin: 'L1' }],
    [kind, 'an L1 key, before the target'],
    [kind, 'an alias of a key, before the target'],
    [kind, 'a key outside of the app'],
    [kind, 'a custom policy, before the target'],
    [kind, 'a custom policy, before the target', { origin: 'L1' }],
    [kind, 'a custom policy with one statement that is no list, before the target'],
    [kind, 'an inline policy, before the target'],
    [kind, 'one L1 policy for all recipients of the kind, before the target'],
    [kind, 'one L2 policy for all recipients of the kind, before the target'],
    [kind, 'a policy in another stack, after another rule there'],
    [kind, 'a policy included by a transform, before the target'],
    [kind, 'a policy under a condition of a parameter'],
  ]),
  ['function', []],
  ['function', [], { origin: 'L1' }],
  ['function', [], { origin: 'spelled' }],
  ['function', 'dead letters: a longer visibility timeout'],
  ['function', [], { binding: 'cdk' }],
  ['topic', 'a filter on the absence of a message attribute'],
  ['topic', 'a filter on the body that events pass'],
  ['topic', 'a subscribed queue that allows the topic'],
  ['topic', 'a chat channel and no subscription'],
];

export const PLANTED: readonly Planted[] = [...FAULTS.map((row) => planted(row, true)), ...NO_FAULTS.map((row) => planted(row, false))];

function planted([kind, twists, { origin = 'L2', binding = 'library', isCertain = true } = {}]: Row, isReported: boolean): Planted {
  const names = [twists].flat();
  const title = [`${kind}, ${origin}, ${binding}`, ...names].join(': ');
  return { title, kind, origin, binding, twists: names, isReported, isCertain };
}

/** The smallest app with it. What is about several recipients gets two. */
export function compositionOf({ kind, origin, binding, twists }: Planted): Composition {
  const recipient = { kind, origin, binding, twists };
  const isShared = twists.some((name) => name.includes('all recipients'));
  return { env: 'known', layout: twists.some((name) => name.includes('another stack')) ? 'other stack' : 'same stack', rule: 'daemon task', recipients: isShared ? [recipient, recipient] : [recipient] };
}

/** Whether a random app has it too. */
export function reaches({ recipients }: Composition, wanted: Planted): boolean {
  return recipients.some(({ kind, origin, binding, twists }) => kind === wanted.kind && origin === wanted.origin
    && (wanted.binding === 'library' || binding === wanted.binding)
    && wanted.twists.every((name) => twists.includes(name)));
}
