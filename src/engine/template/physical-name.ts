import { createHash } from 'node:crypto';
import { unknownValue } from '../values/unknown';

/** CloudFormation generates names of at most this length where the service allows no longer ones. */
const DEFAULT_MAX_LENGTH = 255;

/** Characters that look random and are the same on every run. */
export function stableSuffix(seed: string, length: number): string {
  const digits = BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`).toString(36).toUpperCase();
  return digits.slice(0, length);
}

/** An identifier in the form of a UUID, the same on every run. */
export function stableUuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The name that CloudFormation would generate: `<stack>-<logical id>-<12 characters>`. The characters are not known before the deployment. */
export function generatedName(stackName: string, logicalId: string, maxLength = DEFAULT_MAX_LENGTH): string {
  const suffix = stableSuffix(`${stackName}/${logicalId}`, 12);
  return `${`${stackName}-${logicalId}`.slice(0, maxLength - suffix.length - 1)}-${unknownValue(suffix)}`;
}
