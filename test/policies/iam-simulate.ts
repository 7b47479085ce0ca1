import { spawnSync } from 'child_process';
import { join } from 'path';
import { installNodeModules } from '../installed';

const PACKAGE = join(__dirname, 'iam-simulate');

/** A request to a resource that has a policy. */
export interface Request {
  /** A service such as `events.amazonaws.com`, or the ARN of a user. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  /** The account of the resource. */
  readonly owner: string;
  /** Keys of conditions and their values. */
  readonly context: { readonly [key: string]: string };
}

/** A request, and the policy of the resource; none if it has none. */
export interface Simulated {
  readonly request: Request;
  readonly policy?: object;
  /** The policies of the principal, if it is a role. */
  readonly identity?: readonly object[];
}

/** What iam-simulate says. */
export interface Answer {
  readonly result?: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
  /** What it took out of the context before it evaluated, because the action does not support it. */
  readonly ignoredContextKeys?: readonly string[];
  /** Why there is no result. */
  readonly error?: unknown;
}

/** Installs it, once. */
export function install(): void {
  installNodeModules(PACKAGE);
}

/** Runs iam-simulate, in a separate process; one answer each, in their order. */
export function ask(simulated: readonly Simulated[]): Answer[] {
  const lines = simulated.map(({ request: { principal, action, resource, owner, context }, policy, identity = [] }) => JSON.stringify({
    request: { principal, action, resource: { resource, accountId: owner }, contextVariables: context },
    resourcePolicy: policy,
    identityPolicies: identity.map((document, i) => ({ name: `p${i}`, policy: document })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(PACKAGE, 'simulate.mjs')], { input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) {
    throw new Error(`iam-simulate ended with ${status}: ${stderr}`);
  }
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer);
}
