import { likelyValue, withLikelyValues } from '../values/unknown';

/** The parts of an ARN that determine where a resource is. */
export interface ArnParts {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the account. */
  readonly resource: string;
}

/** Parses an ARN; undefined for everything else. The parts of an ARN that is likely as a whole are likely. */
export function partsOfArn(text: string): ArnParts | undefined {
  const parts = parse(text);
  const likely = parts === undefined ? parse(withLikelyValues(text)) : undefined;
  return parts ?? (likely && { ...likely, region: likelyValue(text, likely.region), account: likelyValue(text, likely.account) });
}

function parse(text: string): ArnParts | undefined {
  const [arn, , service, region, account, ...resource] = text.split(':');
  return arn === 'arn' && resource.length > 0 ? { service, region, account, resource: resource.join(':') } : undefined;
}
