import type { Likelihood } from '../values/likelihood';

/** A key of a condition in a request. */
export interface ContextValue {
  /** Its values; none if the request lacks the key. */
  readonly values: readonly string[];
  /** Whether sources disagree on whether the request has the key at all. */
  readonly isUncertain?: boolean;
  /** What is assumed if a statement allows the request because of this key. */
  readonly assumption?: string;
  /** Records what the key was compared with, if it is given. */
  readonly compared?: Comparison[];
}

/** A condition on a key, and whether it was met. */
export interface Comparison {
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
  readonly isUncertain?: boolean;
  readonly likelihood: Likelihood;
}

/** The keys of conditions, in lower case. A key that is not in it is not simulated. */
export type RequestContext = ReadonlyMap<string, ContextValue>;

/** Who makes a request: a service, an account or a role. */
export interface Principal {
  /** How it is named in sentences. */
  readonly name: string;
  /** The name of a service, such as `events.amazonaws.com`. */
  readonly service?: string;
  /** The account of an account or a role. */
  readonly account?: string;
  /** The ARN of a role. */
  readonly arn?: string;
}

/** What a principal wants to do to a resource, as a policy sees it. */
export interface PolicyRequest {
  readonly principal: Principal;
  /** Such as `sqs:SendMessage`. */
  readonly action: string;
  /** The ARN of the resource. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** The resource on behalf of which a service makes a request. */
export interface RequestSource {
  readonly arn: string;
  readonly account: string;
  /** Records what the ARN was compared with, if it is given. */
  readonly compared?: Comparison[];
}

/** Whether a request contains on behalf of which resource a service makes it. */
export enum SourceVisibility {
  VISIBLE,
  /** AWS documents that it does not, and captures show that it does. */
  UNCERTAIN,
  HIDDEN,
}

/**
 * Keys that requests of services never have: the service has no identity of the customer, and uses no network of the customer.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const ABSENT = [
  'aws:PrincipalArn', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:PrincipalType', 'aws:userid', 'aws:username',
  'aws:FederatedProvider', 'aws:TokenIssueTime', 'aws:MultiFactorAuthAge', 'aws:MultiFactorAuthPresent', 'aws:SourceIdentity',
  'aws:SourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn', 'aws:VpcSourceIp', 'aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast',
  'aws:SourceOwner',
];

/** Keys with such a beginning are about the identity or the tags of a request, which services have not. */
const ABSENT_PREFIXES = ['aws:principaltag/', 'aws:requesttag/'];

/** The values of a key; undefined if it is not simulated. */
export function valueOf(key: string, context: RequestContext): ContextValue | undefined {
  const name = key.toLowerCase();
  return context.get(name) ?? (context.has('aws:principalisawsservice') && ABSENT_PREFIXES.some((prefix) => name.startsWith(prefix)) ? { values: [] } : undefined);
}

/** The context of a request that a service makes on behalf of a resource such as a rule. */
export function serviceContext(service: string, source: RequestSource, visibility = SourceVisibility.VISIBLE): RequestContext {
  const isUncertain = visibility === SourceVisibility.UNCERTAIN;
  const ofSource = (value: string) => (visibility === SourceVisibility.HIDDEN ? [] : [value]);
  return new Map<string, ContextValue>([
    ...contextOf(Object.fromEntries(ABSENT.map((key) => [key, []]))),
    ...contextOf({
      'aws:SecureTransport': ['true'],
      'aws:ViaAWSService': ['false'],
      'aws:PrincipalIsAWSService': ['true'],
      'aws:PrincipalServiceName': [service],
      'aws:PrincipalServiceNamesList': [service],
    }),
    ['aws:sourcearn', { values: ofSource(source.arn), isUncertain: isUncertain, compared: visibility === SourceVisibility.HIDDEN ? undefined : source.compared }],
    ['aws:sourceaccount', { values: ofSource(source.account), isUncertain: isUncertain }],
  ]);
}

/** The context of a request that EventBridge makes with a role. It does not contain on behalf of which rule. */
export function roleContext(arn: string, account: string): RequestContext {
  return contextOf({
    'aws:SecureTransport': ['true'],
    'aws:PrincipalArn': [arn],
    'aws:PrincipalAccount': [account],
    'aws:PrincipalIsAWSService': ['false'],
    'aws:PrincipalType': ['AssumedRole'],
    'aws:PrincipalServiceName': [],
    'aws:PrincipalServiceNamesList': [],
    'aws:SourceArn': [],
    'aws:SourceAccount': [],
    'aws:SourceOwner': [],
  });
}

/** A context of keys and their values. */
export function contextOf(keys: { readonly [key: string]: readonly string[] }): RequestContext {
  return new Map(Object.entries(keys).map(([key, values]) => [key.toLowerCase(), { values }]));
}
