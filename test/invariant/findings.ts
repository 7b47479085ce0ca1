import { compose } from './composition';
import type { Composition } from './composition';
import { inFolder } from './folder';

/** What synthesis reports. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'info';
  readonly text: string;
}

const LEVELS: { readonly [type: string]: Finding['level'] } = { 'aws:cdk:error': 'error', 'aws:cdk:warning': 'warning', 'aws:cdk:info': 'info' };

/** What is reported for an app when it is created and synthesized; of warnings and infos those of this library. */
export function findingsOf(composition: Composition): Finding[] {
  return inFolder((folder) => {
    try {
      const { app } = compose(composition, folder);
      app.synth();
      return app.node.findAll().flatMap(({ node }) => node.metadata
        .filter(({ type, data }) => type in LEVELS && String(data).includes('cdk-ecs-event-rules:'))
        .map(({ type, data }) => ({ level: LEVELS[type], text: `${node.path} ${String(data)}` })));
    } catch (error) {
      return [{ level: 'error', text: (error as Error).message }];
    }
  });
}
