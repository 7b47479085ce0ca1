import { aws_ecs as ecs } from 'aws-cdk-lib';
import * as fc from '../random';
import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { HOME, matching } from './deployed-pattern';
import { takes } from './factories';
import { isMeant } from './meant-event';
import { ARN, newStack } from './own-resources';
import { KNOWN } from './random-filters';
import { sent } from './sent-event';
import { FailureReason } from '../../src/filters/failure-reason';
import { MAX_PATTERN_LENGTH } from '../../src/patterns/pattern-length';
import { ValidationError } from '../../src/validation/validation-error';

/** Names that begin like one another, so that prefixes cover some of them. */
const CLUSTERS = Array.from({ length: 80 }, (_, i) => `a-cluster-of-team-${i % 20}-${i}`);
const MEMBERS = Array.from({ length: 40 }, (_, i) => `a-service-with-a-long-name-${i}`);
const PREFIXES = [...CLUSTERS.map((name) => name.replace(/\d+$/, '')), 'a-cluster-of-team-1', 'b-'];
const REASONS = ['RESOURCE:', 'RESOURCE:CPU', 'AGENT'];

/** The same clusters by ARN and as constructs of the app. */
const STACK = newStack();
const SPELLINGS = CLUSTERS.flatMap((clusterName, i) => {
  const spellings = [ecs.CfnCluster.fromClusterArn(STACK, `ByArn${i}`, `${ARN}:cluster/${clusterName}`), new ecs.CfnCluster(STACK, `Own${i}`, { clusterName })];
  spellings.forEach((cluster) => KNOWN.set(cluster, { place: HOME, cluster: clusterName }));
  return spellings;
});

/** Some of the values, many as often as few. */
const some = <T>(values: readonly T[], maxLength: number) =>
  fc.option(fc.array(fc.constantFrom(...values), { minLength: 1, maxLength, size: 'max' }), { nil: undefined, freq: 5 });

test.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'hookStateChange', 'taskStateChange'))(
  '%s with many values: an event matches exactly one part if the filters mean it, and none otherwise', (name, factory) => {
    const members = factory.entry.service ? 'serviceNames' : 'daemonNames';
    const hasReason = name === 'serviceAction' || name === 'daemonServiceAction';
    const common = {
      clusterNames: some(CLUSTERS, 100),
      clusters: some(SPELLINGS, 30),
      accounts: some(['111122223333', '444455556666'], 2),
      ...hasReason && { reasons: some(REASONS, 3).map((reasons) => reasons?.map(FailureReason.prefix)) },
    };
    // Names of members cannot be joined with prefixes.
    const [byPrefix, byName] = [{ ...common, clusterNamePrefixes: some(PREFIXES, 60) }, { ...common, [members]: some(MEMBERS, 30) }];
    const filters = fc.oneof(fc.record(byPrefix), fc.record(byName));
    const counts = { split: 0, matched: 0, divided: 0 };

    fc.assert(fc.property(filters, fc.infiniteStream(fc.nat()), (chosen, stream) => {
      const event = () => {
        const [cluster, member, account, reason] = [...stream.take(4)];
        const about = { cluster: CLUSTERS[cluster % 80], service: MEMBERS[member % 40], daemon: MEMBERS[member % 40], account: account % 4 === 0 ? '444455556666' : '111122223333' };
        return sent(factory.entry.detailType, undefined, { ...about, ...hasReason && { detail: { reason: [...REASONS, 'other'][reason % 4] } } });
      };
      const events = Array.from({ length: 20 }, event);
      RULE_ENVIRONMENTS.forEach((environment) => {
        const patterns = attempt(() => compiledIn(environment, factory.create(chosen)).patterns);
        if (patterns === undefined) {
          return;
        }
        counts.split += patterns.length > 1 ? 1 : 0;
        patterns.forEach((pattern) => expect(JSON.stringify(pattern).length).toBeLessThanOrEqual(MAX_PATTERN_LENGTH));
        const meant = events.map((each) => (isMeant(factory, chosen, each) ? 1 : 0));
        counts.matched += meant.filter((each) => each === 1).length;
        expect(events.map((each) => matching(patterns, each))).toEqual(meant);
        // Divided further by the presence of a field, the rules match the same events, each of them once.
        const divided = hasReason ? attempt(() => compiledIn(environment, factory.create(chosen).dividedByPresence('detail.reason')).patterns) : undefined;
        counts.divided += divided && divided.length > patterns.length ? 1 : 0;
        expect(divided === undefined ? meant : events.map((each) => matching(divided, each))).toEqual(meant);
      });
    }), { numRuns: 25 });

    // Otherwise nothing was tested.
    expect(counts.split).toBeGreaterThan(3);
    expect(counts.matched).toBeGreaterThan(10);
    expect(counts.divided > 0).toBe(name === 'serviceAction');
  },
);

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValidationError) {
      return undefined;
    }
    throw error;
  }
}
