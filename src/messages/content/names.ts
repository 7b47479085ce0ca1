import { Tokenization } from 'aws-cdk-lib';
import type { MatchedEvents } from '../matched-events/matched-events';

/** The names in a rule's pattern: of the one cluster, service or daemon that it matches. They may be tokens. */
export interface Names {
  readonly cluster?: string;
  readonly service?: string;
  readonly daemon?: string;
}

/** Reads the names from the ARNs that a pattern matches. */
export function namesIn(matched: MatchedEvents): Names {
  const name = (path: string, form: RegExp) => nameIn(matched.suffixes(path), form);
  return {
    cluster: name('detail.clusterArn', /:cluster\/([^/]+)$/)
      ?? name('detail.daemonArn', /:daemon\/([^/]+)\/[^/]+$/)
      ?? name('detail.serviceArn', /:service\/([^/]+)\/[^/]+$/)
      // Where events do not have the cluster, it is matched by a prefix of the ARN of its services.
      ?? nameIn(matched.prefixes('resources'), /:(?:service|daemon)\/([^/]+)\//),
    service: name('resources', /:service\/[^/]*\/([^/]+)$/) ?? name('detail.serviceArn', /:service\/[^/]*\/([^/]+)$/) ?? name('detail.group', /^service:(.+)$/),
    daemon: name('detail.daemonArn', /:daemon\/[^/]*\/([^/]+)$/),
  };
}

/** The one name that all resources of the pattern have, such as the cluster of two daemons. */
function nameIn(texts: readonly string[] | undefined, form: RegExp): string | undefined {
  const names = new Set(texts?.map((text) => form.exec(text)?.[1]));
  const [name] = names.size === 1 ? names : [undefined];
  // Anything else is no name: an unknown part, or a pattern that could never match.
  return name !== undefined && /^[\w-]*$/.test(literalPartOf(name)) ? name : undefined;
}

function literalPartOf(text: string): string {
  return Tokenization.reverseString(text).mapTokens({ mapToken: () => '' }).join({ join: (left, right) => `${left}${right}` }) ?? '';
}

/**
 * Puts the names into a text: `{service}` becomes `service web`, or `a service`; `{Service}` begins with a capital letter.
 * What stands in `[…]` is omitted unless the name in it is known.
 */
export function withNames(text: string, names: Names): string {
  return text
    .replace(/\[([^[\]]*)\]/g, (_, group: string) => placeholdersIn(group).every((placeholder) => names[kindOf(placeholder)] !== undefined) ? group : '')
    .replace(/\{(\w+)\}/g, (_, placeholder: string) => {
      const kind = kindOf(placeholder);
      const phrase = names[kind] === undefined ? `a ${kind}` : `${kind} ${names[kind]}`;
      return placeholder === kind ? phrase : phrase[0].toUpperCase() + phrase.slice(1);
    });
}

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
}

function kindOf(placeholder: string): keyof Names {
  return placeholder.toLowerCase() as keyof Names;
}
