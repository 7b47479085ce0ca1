import { spawnSync } from 'child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const BASELINE = join(__dirname, '.baseline');

interface Api {
  readonly types: Record<string, { methods?: { name: string }[]; properties?: { name: string; optional?: true }[] }>;
}

// Each test runs the task, which takes some seconds.
jest.setTimeout(60_000);

describe('the public API is compared with its baseline', () => {
  const rule = 'cdk-ecs-event-rules.EcsEventRule';
  const props = 'cdk-ecs-event-rules.EcsEventRuleProps';
  let changed: string;

  beforeEach(() => {
    changed = mkdtempSync(join(tmpdir(), 'api-'));
    copyFileSync(join(BASELINE, 'package.json'), join(changed, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(changed, 'node_modules'));
  });

  afterEach(() => rmSync(changed, { recursive: true }));

  /** What the task says of a library whose API is that of the baseline, but for a change. */
  function compared(change: (types: Api['types']) => unknown): { readonly status: number | null; readonly said: string } {
    const api = JSON.parse(readFileSync(join(BASELINE, '.jsii'), 'utf8')) as Api;
    change(api.types);
    writeFileSync(join(changed, '.jsii'), JSON.stringify(api));
    const { status, stderr } = spawnSync('npx', ['projen', 'compatibility', changed], { cwd: ROOT, encoding: 'utf8' });
    return { status, said: stderr };
  }

  test('a member that is missing fails', () => {
    let missing: string;
    const { status, said } = compared((types) => {
      missing = types[rule].methods!.pop()!.name;
    });
    expect(status).toBe(1);
    expect(said).toContain(`METHOD ${rule}.${missing!}: has been removed`);
  });

  test('an option that has to be given from now on fails', () => {
    const { status, said } = compared((types) => types[props].properties!.push({ ...types[props].properties![0], name: 'brandNew' }));
    expect(status).toBe(1);
    expect(said).toContain(`IFACE ${props}: newly required property 'brandNew' added`);
  });

  test('a new option is fine', () => {
    const { status, said } = compared((types) => types[props].properties!.push({ ...types[props].properties![0], name: 'brandNew', optional: true }));
    expect(said).not.toContain('incompatible');
    expect(status).toBe(0);
  });
});
