/** The parts of an ARN that say where a resource is. */
export interface ArnParts {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything behind the account. */
  readonly resource: string;
}

/** Takes an ARN apart; undefined for everything else. */
export function partsOfArn(text: string): ArnParts | undefined {
  const [arn, , service, region, account, ...resource] = text.split(':');
  return arn === 'arn' && resource.length > 0 ? { service, region, account, resource: resource.join(':') } : undefined;
}
