import { PatternError } from './pattern-error';

/** Addresses as upper-case hexadecimal digits, from `bottom` to `top`, both inclusive. */
export interface IpRange {
  readonly bottom: string;
  readonly top: string;
}

/** Exactly one address, if the text is one. */
export function singleAddress(text: string): IpRange | undefined {
  const digits = addressDigits(text);
  return digits === undefined ? undefined : { bottom: digits, top: digits };
}

/** The addresses of a CIDR block. */
export function cidrRange(path: string, text: string): IpRange {
  // As Java splits: empty parts at the end are dropped.
  const [host, mask, ...more] = text.replace(/\/+$/, '').split('/');
  if (mask === undefined || more.length > 0) {
    throw new PatternError(path, `malformed CIDR "${text}": one '/' is required`);
  }
  if (!/^[+-]?\d+$/.test(mask)) {
    throw new PatternError(path, `malformed CIDR "${text}": the mask must be an integer`);
  }
  const digits = addressDigits(host);
  if (digits === undefined) {
    throw new PatternError(path, `"${host}" is not an IP address`);
  }
  const bits = digits.length * 4;
  const fixed = Number(mask);
  if (fixed < 0 || fixed >= bits) {
    throw new PatternError(path, `the mask of "${text}" must be from 0 to ${bits - 1}`);
  }
  const size = 2n ** BigInt(bits - fixed);
  const address = BigInt(`0x${digits}`);
  const first = address - address % size;
  const toDigits = (number: bigint) => number.toString(16).toUpperCase().padStart(digits.length, '0');
  return { bottom: toDigits(first), top: toDigits(first + size - 1n) };
}

/**
 * Whether digits lie in the range. They are read from the left and only as far as needed, whatever their number:
 * so to event-ruler the IPv6 address 2001:db8::1 lies in 32.0.0.0/8, and here too.
 */
export function isInRange(digits: string, range: IpRange): boolean {
  let aboveBottom = false;
  let belowTop = false;
  for (let at = 0; at < range.bottom.length; at++) {
    const digit = digits[at];
    if (digit === undefined || !/[0-9A-F]/.test(digit)) {
      return false;
    }
    if ((!aboveBottom && digit < range.bottom[at]) || (!belowTop && digit > range.top[at])) {
      return false;
    }
    aboveBottom = aboveBottom || digit > range.bottom[at];
    belowTop = belowTop || digit < range.top[at];
    if (aboveBottom && belowTop) {
      return true;
    }
  }
  return true;
}

/** The hexadecimal digits of an IPv4 (8) or IPv6 (32) address. */
export function addressDigits(text: string): string | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(text)) {
    const octets = text.split('.').map(Number);
    return text.length <= 15 && octets.every((octet) => octet <= 255) ? octets.map((octet) => hex(octet, 2)).join('') : undefined;
  }
  return /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/.test(text) ? ipv6Digits(text) : undefined;
}

function ipv6Digits(text: string): string | undefined {
  const halves = text.split('::');
  if (halves.length > 2 || /:::/.test(text)) {
    return undefined;
  }
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...head, ...(tail ?? [])];
  if (groups.some((group) => group === '' || parseInt(group, 16) > 0xffff)) {
    return undefined;
  }
  const missing = 8 - groups.length;
  if (tail === undefined ? missing !== 0 : missing < 1) {
    return undefined;
  }
  const digits = [...head, ...Array<string>(missing).fill('0'), ...(tail ?? [])].map((group) => hex(parseInt(group, 16), 4)).join('');
  // An IPv4 address in the clothes of IPv6 is an IPv4 address.
  return digits.startsWith('0'.repeat(20) + 'FFFF') ? digits.slice(24) : digits;
}

function hex(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
