import type { ExactValue, PrefixValue, SuffixValue } from './values';
import { exact, prefix, suffix } from './values';
import { canonicalArn, canonicalName } from '../references/canonical-text';
import type { Environment } from '../references/environment';
import { ecsArn, EVERYWHERE } from '../references/environment';
import type { Places } from '../references/places';

/** Something that has an ARN. */
interface Identity {
  readonly arn: string;
  readonly key: string;
  readonly environment: Environment;
}

/** The ARN of something, or the end of it, which begins before the type of the resource: no name has a colon or a slash in it. */
export function arnValue({ arn, key, environment }: Identity): ExactValue | SuffixValue {
  return environment === EVERYWHERE ? suffix(arn.slice(ecsArn(EVERYWHERE, '').length - 1), key.slice('arn::ecs:*:*'.length)) : exact(arn, key);
}

/** The ARNs of a resource that is known by its name. */
export function arnValues(type: string, name: string, { home, ofNames }: Places): (ExactValue | SuffixValue)[] {
  return ofNames.map((environment) => arnValue({
    arn: ecsArn(environment, `${type}/${name}`),
    key: canonicalArn(environment, `${type}/${canonicalName(name, home)}`, home),
    environment,
  }));
}

/** What the ARNs of resources begin with: the account and the Region stand before their names. */
export function arnPrefixes(type: string, beginning: string, { home, all }: Places, end: '' | '/' | ':' = ''): PrefixValue[] {
  return all.map((place) =>
    prefix(ecsArn(place, `${type}/${beginning}${end}`), canonicalArn(place, `${type}/${canonicalName(beginning, home)}${end}`, home)));
}
