/** Keys of conditions, in lower case, and their values; none where the request lacks the key. A key that is not listed is not simulated. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** What a service or an account wants to do to a resource, as a policy judges it. */
export interface PolicyRequest {
  /** Such as `events.amazonaws.com` or `111122223333`. */
  readonly principal: string;
  /** Such as `sqs:SendMessage`. */
  readonly action: string;
  /** The ARN of the resource. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** The context of a request of which nothing is known but that the connection is secure. */
export const BARE_CONTEXT: RequestContext = new Map([['aws:securetransport', ['true']]]);

/** Keys that requests of services for themselves never have: nobody has signed in, and there is no network of the user's. */
const ABSENT = [
  'aws:PrincipalArn', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:PrincipalOrgPaths', 'aws:userid', 'aws:username',
  'aws:SourceIp', 'aws:SourceVpc', 'aws:SourceVpce', 'aws:VpcSourceIp', 'aws:CalledVia', 'aws:SourceOwner',
];

/** The context of a request that a service makes for a resource such as a rule. Without the resource, neither its ARN nor its account is given. */
export function serviceContext(principal: string, source?: { readonly arn: string; readonly account: string }): RequestContext {
  return new Map<string, readonly string[]>([
    ...ABSENT.map((key): [string, string[]] => [key.toLowerCase(), []]),
    ['aws:sourcearn', source === undefined ? [] : [source.arn]],
    ['aws:sourceaccount', source === undefined ? [] : [source.account]],
    ['aws:securetransport', ['true']],
    ['aws:viaawsservice', ['false']],
    ['aws:principalisawsservice', ['true']],
    ['aws:principalservicename', [principal]],
    ['aws:principalservicenameslist', [principal]],
  ]);
}
