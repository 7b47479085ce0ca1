import { isMark, partsOf, readable } from '../../engine/values/unknown';

/** The least and the most bytes that a policy can have when it is deployed. */
export interface PolicyBytes {
  readonly least: number;
  readonly most: number;
}

/** The end of a name that CloudFormation generates has 12 or 13 characters. */
const GENERATED_SUFFIX = /^[0-9A-Z]{12}$/;

/** The most characters of a value that another app exports, and of a Region beyond the shortest one. */
const MAX_IMPORTED = 256;
const REGION_SPREAD = 'ap-southeast-1'.length - 'us-east-1'.length;

/** How long a policy is when it is deployed, as far as it is known before. */
export function bytesOf(policy: unknown): PolicyBytes {
  let [least, most] = [0, 0];
  for (const part of partsOf(JSON.stringify(policy))) {
    const text = readable(part);
    const bytes = Buffer.byteLength(text);
    if (!isMark(part)) {
      least += bytes;
      most += bytes;
    } else if (GENERATED_SUFFIX.test(text)) {
      least += bytes;
      most += bytes + 1;
    } else if (/^(\d{12}|us-east-1)$/.test(text)) {
      least += bytes;
      most += bytes + (text === 'us-east-1' ? REGION_SPREAD : 0);
    } else {
      least += 1;
      most += MAX_IMPORTED;
    }
  }
  return { least, most };
}
