import type { MatchedEvents } from '../matched-events/matched-events';

/** The names that a rule's pattern tells: of the one cluster, service or daemon that it asks for. */
export interface Names {
  readonly cluster?: string;
  readonly service?: string;
  readonly daemon?: string;
}

/** Reads the names from the ARNs that a pattern asks for. */
export function namesIn(matched: MatchedEvents): Names {
  const name = (path: string, form: RegExp) => nameIn(matched.values(path), form);
  return {
    cluster: name('detail.clusterArn', /:cluster\/([^/]+)$/)
      ?? name('detail.daemonArn', /:daemon\/([^/]+)\/[^/]+$/)
      ?? name('detail.serviceArn', /:service\/([^/]+)\/[^/]+$/)
      // A cluster is asked for by how the ARN of its services begins, where events do not name it.
      ?? nameIn(matched.prefixes('resources'), /:(?:service|daemon)\/([^/]+)\//),
    service: name('resources', /:service\/[^/]*\/([^/]+)$/) ?? name('detail.serviceArn', /:service\/[^/]*\/([^/]+)$/) ?? name('detail.group', /^service:(.+)$/),
    daemon: name('detail.daemonArn', /:daemon\/[^/]*\/([^/]+)$/),
  };
}

/** The one name that all things that the rule asks for have, such as the cluster of two daemons, if it is known at synthesis. */
function nameIn(texts: readonly string[] | undefined, form: RegExp): string | undefined {
  const names = new Set(texts?.map((text) => form.exec(text)?.[1]));
  const [name] = names.size === 1 ? names : [undefined];
  // Anything else is no name: a part that is only known at deployment, or a pattern that could never match.
  return name !== undefined && /^[\w-]+$/.test(name) ? name : undefined;
}

/**
 * Puts the names into a text: `{service}` becomes `service web`, or `a service`; `{Service}` begins with a capital letter.
 * What stands in `[…]` is left out unless the name in it is known.
 */
export function withNames(text: string, names: Names): string {
  return text
    .replace(/\[([^[\]]*)\]/g, (_, group: string) => placeholdersIn(group).every((placeholder) => names[kindOf(placeholder)] !== undefined) ? group : '')
    .replace(/\{(\w+)\}/g, (_, placeholder: string) => {
      const kind = kindOf(placeholder);
      const said = names[kind] === undefined ? `a ${kind}` : `${kind} ${names[kind]}`;
      return placeholder === kind ? said : said[0].toUpperCase() + said.slice(1);
    });
}

function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
}

function kindOf(placeholder: string): keyof Names {
  return placeholder.toLowerCase() as keyof Names;
}
