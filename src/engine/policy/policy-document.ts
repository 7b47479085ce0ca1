import { Holds, checkConditions } from './conditions';
import type { PolicyRequest } from './policy-request';
import { isAbout, namesService } from './policy-statement';
import type { PolicyStatement } from './policy-statement';

/** Whether a policy allows a request, and if not, why not. */
export interface PolicyVerdict {
  readonly isAllowed: boolean;
  /** Whether a Deny says so, so that no other policy could allow it. */
  readonly isDenied: boolean;
  readonly why: string;
}

/** What is special about the policies of a service. */
export interface PolicyOptions {
  /** Why a statement with conditions allows nothing, where the service supports none. */
  readonly withoutConditions?: string;
}

/**
 * Judges a request by a policy document. A Deny wins over every Allow. What is not simulated is never taken for a permission: an Allow with
 * a condition of that kind does not count, and a Deny does.
 */
export function checkPolicy(document: unknown, request: PolicyRequest, { withoutConditions }: PolicyOptions = {}): PolicyVerdict {
  const statements = statementsOf(document)
    .map((statement, at) => ({ statement, name: statement.Sid === undefined ? `statement ${at + 1}` : `statement ${JSON.stringify(statement.Sid)}` }))
    .filter(({ statement }) => isAbout(statement, request))
    .map(({ statement, name }) => ({ statement, name, ...checkConditions(statement.Condition, request.context) }));
  const denied = statements.find(({ statement, holds }) => statement.Effect === 'Deny' && holds !== Holds.NO);
  if (denied !== undefined) {
    return denial(`the Deny of ${denied.name} ${denied.holds === Holds.YES ? 'applies' : `may apply: ${denied.why}`}`, true);
  }
  const reasons: string[] = [];
  for (const { statement, name, holds, why } of statements.filter(({ statement: { Effect } }) => Effect === 'Allow')) {
    const isConditional = Object.keys(statement.Condition ?? {}).length > 0;
    if (holds === Holds.YES && !(isConditional && withoutConditions !== undefined)) {
      return { isAllowed: true, isDenied: false, why: '' };
    }
    if (withoutConditions === undefined) {
      reasons.push(`the conditions of ${name} ${holds === Holds.NO ? 'do not hold' : 'cannot be judged'}: ${why}`);
    } else if (namesService(statement, request.principal)) {
      // What is for everybody under a condition is not meant for a service that cannot meet any.
      reasons.push(`${name} has conditions: ${withoutConditions}`);
    }
  }
  return denial(reasons[0] ?? `no statement lets ${request.principal} do ${request.action}`);
}

function denial(why: string, isDenied = false): PolicyVerdict {
  return { isAllowed: false, isDenied, why };
}

function statementsOf(document: unknown): PolicyStatement[] {
  const { Statement } = (typeof document === 'string' ? JSON.parse(document) : document ?? {}) as { readonly Statement?: PolicyStatement | PolicyStatement[] };
  return Statement === undefined ? [] : [Statement].flat();
}
