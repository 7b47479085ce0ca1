// One app in one process, measured: node measured-app.js OUTDIR WAY RULES STACKS own|shared UNRELATED
import { createRequire } from 'module';
import { ModuleClock } from './module-clock';

/** The ways to write the alerts. */
export type Way = 'library' | 'hand' | 'l1';

/** What an app took, in milliseconds and bytes. */
export interface Measure {
  /** All modules that the app loads, whenever that is. */
  readonly load: number;
  readonly modules: number;
  /** To make the constructs, without what is loaded meanwhile. */
  readonly construct: number;
  /** To synthesize, without what is loaded meanwhile. */
  readonly synthesize: number;
  /** The three together. */
  readonly total: number;
  /** Of all threads, from the start of the app to its end. */
  readonly cpu: number;
  /** The most memory that the process ever had. */
  readonly memory: number;
}

/** What the app loads is measured, so none of it is imported above. */
const load = createRequire(__filename);

function measure(outdir: string, way: Way, rules: number, stacks: number, sharedReceivers: boolean, unrelated: number): Measure {
  const clock = new ModuleClock();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { alerts } = load('./alert') as typeof import('./alert');
  const { appOf } = load('./app') as typeof import('./app');
  const { addAlerts } = load(`./by-${way}`) as typeof import('./by-library');
  const [imported, loadedByImport] = [performance.now(), clock.spent];
  const app = appOf(outdir, addAlerts, alerts(rules), { stacks, sharedReceivers, unrelated });
  const [constructed, loadedByConstruction] = [performance.now(), clock.spent];
  app.synth();
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  return {
    load: imported - start - loadedByImport + clock.spent,
    modules: clock.count,
    construct: constructed - imported - (loadedByConstruction - loadedByImport),
    synthesize: end - constructed - (clock.spent - loadedByConstruction),
    total: end - start,
    cpu: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS * 1024,
  };
}

const [, , outdir, way, rules, stacks, receivers, unrelated] = process.argv;
process.stdout.write(JSON.stringify(measure(outdir, way as Way, Number(rules), Number(stacks), receivers === 'shared', Number(unrelated))));
