// Compares what is reported for every app that the tests synthesize with what the engine makes of its templates, for the suite of the invariant: lines of
// `test file<TAB>what is not delivered and not reported` in `undelivered.tsv`, next to the templates, one line for each app in `simulated.tsv`,
// and one in `unreadable.tsv` if the templates or the engine are broken.
import { appendFileSync } from 'fs';
import { join } from 'path';
import type { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { undeliveredIn } from './invariant/undelivered';
import type { Reported } from './invariant/undelivered';
import type { ValidatedRule } from '../src/validation/validated-rule';
import type { ValidatedStage } from '../src/validation/validation-pass';
import { ValidationPass } from '../src/validation/validation-pass';

/** What was validated and found, by the root of the app: warnings that someone acknowledges are no annotations. */
const validated = new WeakMap<IConstruct, { readonly rules: Set<ValidatedRule>; readonly reported: Reported[] }>();

const delivery = ValidationPass.prototype.delivery;
ValidationPass.prototype.delivery = function (this: ValidationPass) {
  const findings = delivery.call(this);
  const { stage, rules } = (this as unknown as { readonly validated: ValidatedStage }).validated;
  const known = validated.get(stage.node.root) ?? { rules: new Set(), reported: [] };
  validated.set(stage.node.root, known);
  [...rules].forEach((rule) => known.rules.add(rule));
  known.reported.push(...findings.map(({ at, message }) => ({ path: at.node.path, text: message })));
  return findings;
};

/** Compares an app that was synthesized with its validation. */
export function keepUndelivered(app: Stage, folder: string): void {
  const known = validated.get(app);
  if (known === undefined) {
    return;
  }
  const annotated = app.node.findAll().flatMap(({ node }) => node.metadata
    .filter(({ data }) => String(data).includes('cdk-ecs-event-rules:'))
    .map(({ data }): Reported => ({ path: node.path, text: String(data) })));
  const test = expect.getState().testPath!.split('/test/').pop();
  const write = (file: string, lines: readonly string[]) => appendFileSync(join(folder, file), lines.map((line) => `${test}\t${line}\n`).join(''));
  write('simulated.tsv', [[...known.rules].map(({ rule }) => rule.node.path).join(' ')]);
  try {
    write('undelivered.tsv', undeliveredIn(app, [...known.rules], [...known.reported, ...annotated]));
  } catch (error) {
    write('unreadable.tsv', [String(error).split('\n')[0]]);
  }
}
