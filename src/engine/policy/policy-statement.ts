import { like } from './like';
import type { PolicyRequest } from './policy-request';

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
export function isAbout(statement: PolicyStatement, { principal, action, resource }: PolicyRequest): boolean {
  return one(statement.Principal, statement.NotPrincipal, (wanted) => isPrincipal(wanted, principal))
    && one(statement.Action, statement.NotAction, (wanted) => textsOf(wanted).some((text) => like(text.toLowerCase(), action.toLowerCase())))
    && one(statement.Resource, statement.NotResource, (wanted) => textsOf(wanted).some((text) => like(text, resource)));
}

/** An element of a statement or its negation; a statement without either is about nothing. */
function one(element: unknown, negated: unknown, test: (wanted: unknown) => boolean): boolean {
  return element === undefined ? negated !== undefined && !test(negated) : test(element);
}

/** Services and accounts are named as such, or are part of everybody. */
function isPrincipal(wanted: unknown, principal: string): boolean {
  if (typeof wanted !== 'object' || wanted === null) {
    return wanted === '*';
  }
  const { AWS, Service } = wanted as { readonly AWS?: unknown; readonly Service?: unknown };
  return textsOf(AWS).some((name) => name === '*' || name === principal || name.endsWith(`::${principal}:root`)) || textsOf(Service).includes(principal);
}

/** Whether a statement is for a service by name, and not for everybody. */
export function namesService({ Principal }: PolicyStatement, principal: string): boolean {
  return textsOf((Principal as { readonly Service?: unknown } | undefined)?.Service).includes(principal);
}

function textsOf(value: unknown): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
