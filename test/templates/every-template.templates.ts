import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ACCEPTED } from './accepted';
import { cdkValidator } from './cdk-validator';
import { cfnLint } from './cfn-lint';
import type { Finding, TemplateValidator } from './finding';
import { keptTemplate, keptTemplates } from './kept-templates';

const TEMPLATES = keptTemplates();

const isAccepted = (finding: Finding) => ACCEPTED.some(({ rules, isAbout }) => rules.includes(finding.rule) && isAbout(finding));
const shown = ({ rule, message, template }: Finding) => `${rule} ${message} (${template.tests.join(', ')}: ${template.file})`;

/** A rule that has a target too many, and a queue that keeps messages for a year. */
function badTemplate(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'templates-')), 'bad.json');
  const Arn = { 'Fn::GetAtt': ['Queue', 'Arn'] };
  writeFileSync(file, JSON.stringify({
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 31536000 } },
      Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.ecs'] }, Targets: Array.from({ length: 6 }, (_, i) => ({ Id: `T${i}`, Arn })) } },
    },
  }));
  return file;
}

test('the templates are those of the unit tests, of the examples and of the matrix', () => {
  const tests = new Set(TEMPLATES.flatMap((template) => template.tests));
  expect([...tests]).toEqual(expect.arrayContaining(['test/examples/apps.test.ts', 'test/matrix/matrix.test.ts', 'test/traps/ordinary-apps.test.ts']));
  expect(TEMPLATES.length).toBeGreaterThan(400);
});

const VALIDATORS: [string, TemplateValidator][] = [['cfn-lint', cfnLint], ['the validator of the CDK', cdkValidator]];
const findings = new Map<TemplateValidator, Finding[]>();

beforeAll(async () => {
  for (const [, validator] of VALIDATORS) {
    findings.set(validator, await validator(TEMPLATES));
  }
}, 600_000);

describe.each(VALIDATORS)('%s', (_name, validator) => {
  test('reports nothing for any template, except what is accepted', () => {
    expect(findings.get(validator)!.filter((finding) => !isAccepted(finding)).map(shown)).toEqual([]);
  });

  test('finds what is wrong', async () => {
    const found = await validator([keptTemplate(badTemplate())]);
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['AWS::SQS::Queue', 'AWS::Events::Rule']));
  });
});

test.each(ACCEPTED)('it is still needed to accept that $reason', ({ rules, isAbout }) => {
  const about = [...findings.values()].flat().filter(isAbout).map(({ rule }) => rule);
  expect(rules.filter((rule) => !about.includes(rule))).toEqual([]);
});
