/** ARNs have six parts; the last one may hold colons itself. */
const ARN_PARTS = 6;

/** Whether a text is as a pattern says in which `*` stands for any characters and `?` for one. */
export function like(pattern: string, text: string): boolean {
  const source = pattern.replace(/[\\^$.+()[\]{}|]/g, '\\$&').replace(/\*/g, '[^]*').replace(/\?/g, '[^]');
  return new RegExp(`^${source}$`).test(text);
}

/** The same for ARNs, part by part: no `*` reaches beyond its part. */
export function arnLike(pattern: string, arn: string): boolean {
  const wanted = partsOf(pattern);
  const found = partsOf(arn);
  return wanted.length === ARN_PARTS && found.length === ARN_PARTS && wanted.every((part, at) => like(part, found[at]));
}

function partsOf(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length < ARN_PARTS ? parts : [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
}
