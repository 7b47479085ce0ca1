import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What a text stands for. What is not known of the environment is `undefined`. */
export type Spelling =
  | { readonly kind: 'export' | 'parameter'; readonly name: string }
  | { readonly kind: 'resource'; readonly service: string; readonly name: string; readonly account?: string; readonly region?: string };

const SQS_URL = /^https?:\/\/sqs\.([^./]+|\$\{[^}]*\})\.[^/]+\/([^/]+)\/([^/]+)$/;

/** Reads a text as an ARN, the URL of a queue, the alias of a key, an import, or a dynamic reference to a parameter. */
export function parseSpelling(text: string, scope: IConstruct): Spelling | undefined {
  const stack = Stack.of(scope);
  const here = { account: concrete(stack.account), region: concrete(stack.region) };
  const known = (value: string, dimension: 'account' | 'region') => value.startsWith('${') ? here[dimension] : value;

  const imported = /^\$\{import:(.+)\}$/.exec(text);
  if (imported) {
    return { kind: 'export', name: withKnownPlace(imported[1], scope) };
  }
  const parameter = /^\{\{resolve:ssm:([^:}]+)(?::\d+)?\}\}$/.exec(text);
  if (parameter) {
    return { kind: 'parameter', name: parameter[1] };
  }
  // Colons in `${AWS::Region}` do not separate the parts of an ARN.
  const arn = /^arn:(?:\$\{[^}]*\}|[^:]*):([^:]+):((?:\$\{[^}]*\})|[^:]*):((?:\$\{[^}]*\})|[^:]*):(.+)$/.exec(text);
  if (arn) {
    const [, service, region, account, resource] = arn;
    return { kind: 'resource', service, name: resource.replace(/^function:/, ''), region: known(region, 'region'), account: known(account, 'account') };
  }
  const url = SQS_URL.exec(text);
  if (url) {
    return { kind: 'resource', service: 'sqs', name: url[3], region: known(url[1], 'region'), account: known(url[2], 'account') };
  }
  return text.startsWith('alias/') ? { kind: 'resource', service: 'kms', name: text, ...here } : undefined;
}

/** A text with the pseudo parameters whose values are known where it is spelled. */
export function withKnownPlace(text: string, scope: IConstruct): string {
  if (!text.includes('${AWS::')) {
    return text;
  }
  const { account, region, stackName } = Stack.of(scope);
  const known = new Map(Object.entries({ AccountId: account, Region: region, StackName: stackName }));
  return text.replace(/\$\{AWS::(\w+)\}/g, (pseudo: string, name: string) => concrete(known.get(name) ?? pseudo) ?? pseudo);
}

function concrete(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
