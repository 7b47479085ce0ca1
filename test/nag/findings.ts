import { readFileSync } from 'fs';
import { join } from 'path';
import * as cdk from 'aws-cdk-lib';

/** The packs of rules that cdk-nag has, by the name of their class. */
export const PACKS = ['AwsSolutionsChecks', 'HIPAASecurityChecks', 'NIST80053R4Checks', 'NIST80053R5Checks', 'PCIDSS321Checks', 'ServerlessChecks'];

/** What the rules of every pack find in an app, as `rule path`, sorted. A rule that cannot evaluate a resource counts as a finding. */
export function findingsIn(make: (app: cdk.App) => void): string[] {
  const app = new cdk.App({ analyticsReporting: false, context: { '@aws-cdk/core:failSynthOnValidationErrors': false } });
  make(app);
  const { Validations } = cdk as unknown as { Validations?: Validations };
  return (Validations ? byPlugins(app, Validations) : byAspects(app)).sort();
}

/** Where version 3 is plugged in. The aws-cdk-lib of version 2 has no such thing, and no type for it. */
interface Validations {
  of(scope: cdk.App): { addPlugins(...packs: unknown[]): void };
}

/** What version 3 writes down. */
interface Report {
  readonly pluginReports: { readonly violations: Violation[] }[];
}
interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: { readonly constructPath: string }[];
}

type PackClass = new (...args: unknown[]) => cdk.IAspect;

function packs(): PackClass[] {
  const nag = jest.requireActual<Record<string, PackClass>>('cdk-nag');
  return PACKS.map((name) => nag[name]);
}

/** Version 3: a plugin that validates, whose report is in the assembly. */
function byPlugins(app: cdk.App, { of }: Validations): string[] {
  of(app).addPlugins(...packs().map((Pack) => new Pack(app)));
  const { directory } = app.synth();
  const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')) as Report;
  return pluginReports.flatMap(({ violations }) => violations)
    .flatMap(({ ruleName, violatingConstructs }) => violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`));
}

/** Version 2: an aspect that logs. */
function byAspects(app: cdk.App): string[] {
  const found: string[] = [];
  const note = ({ ruleId, findingId = '', resource }: { ruleId: string; findingId?: string; resource: cdk.CfnResource }) => {
    found.push(`${ruleId}${findingId && `[${findingId}]`} ${resource.node.path}`);
  };
  const nothing = () => {};
  const quiet = { onCompliance: nothing, onNotApplicable: nothing, onSuppressed: nothing, onSuppressedError: nothing };
  const logger = { ...quiet, onNonCompliance: note, onError: note };
  packs().forEach((Pack) => cdk.Aspects.of(app).add(new Pack({ reports: false, additionalLoggers: [logger] })));
  app.synth();
  return found;
}
