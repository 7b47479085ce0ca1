import { compose } from './composition';
import type { Composition, ComposedApp } from './composition';
import { inFolder } from './folder';

/** What synthesis reports. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'info';
  /** The path of the construct that it is about. */
  readonly path: string;
  readonly text: string;
}

const LEVELS: { readonly [type: string]: Finding['level'] } = { 'aws:cdk:error': 'error', 'aws:cdk:warning': 'warning', 'aws:cdk:info': 'info' };

/** What is reported for an app when it is created and synthesized; of warnings and infos those of this library. */
export function findingsOf(composition: Composition): Finding[] {
  return inFolder((folder) => {
    let composed: ComposedApp | undefined;
    try {
      composed = compose(composition, folder);
      composed.app.synth();
      return annotations(composed);
    } catch (error) {
      return [...errorsIn((error as Error).message), ...composed === undefined ? [] : annotations(composed)];
    }
  });
}

function annotations({ app }: ComposedApp): Finding[] {
  return app.node.findAll().flatMap(({ node }) => node.metadata
    .filter(({ type, data }) => type in LEVELS && String(data).includes('cdk-ecs-event-rules:'))
    .map(({ type, data }) => ({ level: LEVELS[type], path: node.path, text: String(data) })));
}

/** The errors of a failed synthesis, or the one that was thrown. */
function errorsIn(message: string): Finding[] {
  const found = [...message.matchAll(/^ *\[([^\]]*)\] (.*)$/gm)].map(([, path, text]) => ({ level: 'error' as const, path, text }));
  return found.length > 0 ? found : [{ level: 'error', path: '', text: message }];
}
