import type { Clusters } from './clusters';
import type { Members } from './members';
import { filterNamesOf, inBothForms, undecided } from './members';
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
      if (excludedNames.length === 0) {
        const arns = minimal(excluded.map(({ arn, key }) => exact(arn, key)));
        return arns.length === 0 ? undefined : except(arns, arns.map(({ matcher }) => matcher) as never, false);
      }
      // Names by the end of the ARN: both its forms, in any cluster. One list takes one kind of matcher, and a whole ARN ends with itself.
      const ends = minimal([...excludedNames.map((name, i) => suffix(`/${name}`, `/${nameKeys[i]}`)), ...excluded.map(({ arn, key }) => suffix(arn, key))]);
      const texts = ends.map(({ matcher }) => (matcher as { readonly suffix: string }).suffix);
      return except(ends, { suffix: texts.length === 1 ? texts[0] : texts }, false);
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
