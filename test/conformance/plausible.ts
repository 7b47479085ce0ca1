/** What pseudo parameters are in some AWS account. */
const PSEUDO: Record<string, string> = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '111122223333', 'AWS::URLSuffix': 'amazonaws.com' };

/**
 * A value of a template with plausible text in place of its intrinsic functions: `Fn::Join` is joined, pseudo parameters have a value, and every
 * other intrinsic becomes the text of its operand (`Ref: Cluster` is `Cluster`, `Fn::GetAtt: [Cluster, Arn]` is `Cluster.Arn`).
 *
 * Whether a pattern is valid does not depend on the names in it, as long as different names stay different.
 */
export function plausible(value: unknown): any {
  if (Array.isArray(value)) {
    return value.map(plausible);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const [[key, operand] = [''], ...more] = Object.entries(value);
  if (more.length === 0 && key === 'Fn::Join') {
    const [delimiter, parts] = operand as [string, unknown[]];
    return parts.map(plausible).join(delimiter);
  }
  if (more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) {
    return PSEUDO[operand as string] ?? [operand].flat().map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('.');
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plausible(inner)]));
}
