import type { Clusters } from './clusters';
import type { Members } from './members';
import { filterNamesOf, inBothForms, namedMembers, undecided } from './members';
import type { Value } from './values';
import { except, exact, minimal, suffix } from './values';
import type { Finding } from '../../validation/findings/finding';
import type { ValidationProblem } from '../../validation/validation-error';
import { ValidationError } from '../../validation/validation-error';
import { canonicalName } from '../references/canonical-text';
import type { Places } from '../references/places';
import type { MemberIdentity } from '../references/references';
import { nameKeyOf } from '../references/references';
import type { Overlap } from '../references/unresolved-text';
import { equalTexts } from '../references/unresolved-text';

/** The services or the daemons that filters exclude. */
export interface Exclusion {
  /** The error if nothing is left. */
  readonly problem: ValidationProblem;
  /** The condition on the ARN of the member, if something is excluded. */
  readonly values?: readonly Value[];
  /** Whether a member is excluded. */
  excludes(member: MemberIdentity): Overlap;
}

/** Reads what is excluded of members. */
export function exclusionOf(members: Members, clusters: Clusters, { home }: Places): Exclusion {
  const { kind, excludedReferences, excludedNames } = members;
  const props = filterNamesOf(kind);
  const excluded = excludedReferences.flatMap((member) => inBothForms(member, clusters, home));
  const nameKeys = excludedNames.map((name) => canonicalName(name, home));
  return {
    problem: {
      prop: excluded.length > 0 ? props.excludedReferences : props.excludedNames,
      problem: `it excludes every ${kind} that ${props.references} and ${props.names} include`,
      resolution: `No event would match. Remove the ${kind} from one of the two`,
    },
    get values() {
      if (excluded.length === 0) {
        // By the end of the ARN: both its forms, in any cluster.
        const ends = excludedNames.map((name) => `/${name}`);
        return ends.length === 0 ? undefined : except(ends.map((end, i) => suffix(end, `/${nameKeys[i]}`)), { suffix: ends.length === 1 ? ends[0] : ends }, false);
      }
      const all = [...excluded, ...namedMembers(kind, props.excludedNames, excludedNames, clusters, home)];
      const arns = minimal(all.map(({ arn, key }) => exact(arn, key)));
      return except(arns, arns.map(({ matcher }) => matcher) as never, false);
    },
    excludes: (member) => {
      const name = nameKeyOf(member);
      const overlaps = [
        ...excluded.map(({ key }) => equalTexts(key, member.key)),
        ...nameKeys.map((excludedName) => name === undefined ? 'possible' : equalTexts(excludedName, name)),
      ];
      return overlaps.includes('certain') ? 'certain' : overlaps.includes('possible') ? 'possible' : 'no';
    },
  };
}

/** What is left of members: a field takes one list, so the exclusion is applied here. */
export function withoutExcluded(
  included: readonly MemberIdentity[],
  exclusion: Exclusion,
): { readonly members: readonly MemberIdentity[]; readonly findings: readonly Finding[] } {
  const each = included.map((member) => ({ member, overlap: exclusion.excludes(member) }));
  const left = each.filter(({ overlap }) => overlap !== 'certain');
  if (left.length === 0) {
    throw new ValidationError(exclusion.problem);
  }
  const findings = left.some(({ overlap }) => overlap === 'possible') ? [undecided(
    `${exclusion.problem.prop}: whether it excludes something that is also included is known at deployment only, and what is included matches either way`,
    'Include only what should match',
  )] : [];
  return { members: left.map(({ member }) => member), findings };
}
