import type { PolicyRequest, Principal } from './policy-request';
import { allOf, anyOf, certain, Likelihood, not } from '../values/likelihood';
import { matchLikelihood } from '../values/text-match';

/** A statement of a policy document. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** Whether a statement is about a request, whatever its conditions say. */
export function isAbout(statement: PolicyStatement, { principal, action, resource }: PolicyRequest): Likelihood {
  return allOf([
    one(statement.Principal, statement.NotPrincipal, (wanted) => principalLikelihood(wanted, principal)),
    one(statement.Action, statement.NotAction, (wanted) => anyOf(textsOf(wanted).map((text) => glob(text.toLowerCase(), action.toLowerCase())))),
    one(statement.Resource, statement.NotResource, (wanted) => anyOf(textsOf(wanted).map((text) => glob(text, resource)))),
  ]);
}

/** An element of a statement or its negation; a statement without either is about nothing. */
function one(element: unknown, negated: unknown, test: (wanted: unknown) => Likelihood): Likelihood {
  if (element !== undefined) {
    return test(element);
  }
  return negated === undefined ? Likelihood.NO : not(test(negated));
}

/** Services, accounts and roles are named as such, or are part of everyone. */
function principalLikelihood(wanted: unknown, { service, account, arn }: Principal): Likelihood {
  if (typeof wanted !== 'object' || wanted === null) {
    // A text can only be everyone, so one that is not known before the deployment may be it.
    return equal(String(wanted), '*');
  }
  const { AWS, Service } = wanted as { readonly AWS?: unknown; readonly Service?: unknown };
  const names = textsOf(AWS);
  return anyOf([
    certain(names.includes('*')),
    ...textsOf(Service).map((name) => (service === undefined ? Likelihood.NO : equal(name, service))),
    ...names.flatMap((name) => [
      ...(arn === undefined ? [] : [equal(name, arn)]),
      ...(account === undefined ? [] : [equal(name, account), equal(name.replace(/^arn:[^:]*:iam::([^:]*):root$/, '$1'), account)]),
    ]),
  ]);
}

/** Whether a statement is for a service by name, and not for everyone. */
export function namesService({ Principal }: PolicyStatement, service: string): boolean {
  return textsOf((Principal as { readonly Service?: unknown } | undefined)?.Service).includes(service);
}

function glob(wanted: string, found: string): Likelihood {
  return matchLikelihood(wanted, found, { isGlob: true });
}

function equal(wanted: string, found: string): Likelihood {
  return matchLikelihood(wanted, found, { isGlob: false });
}

function textsOf(value: unknown): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
