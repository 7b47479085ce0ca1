/** One step of a path: `.name`, `['name']`, `[0]` or `*` for everything. */
type Step = string | number | typeof EVERYTHING;

const EVERYTHING = Symbol('*');
const STEP = /^(?:\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]|\[(\*)\])/;

/** A JSON path such as `$.detail.reason` or `$.resources[0]`, read once for all events. */
export class JsonPath {
  /** Why the path leads to nothing in any event. EventBridge does not check paths at deployment, and a path that it does not understand leads nowhere. */
  public readonly misunderstood?: string;
  /** What is taken for granted of how EventBridge reads the path. */
  public readonly assumption?: string;
  private readonly steps: readonly Step[];
  private readonly isList: boolean;

  constructor(public readonly text: string) {
    const { steps, rest } = stepsOf(text);
    this.steps = steps;
    this.isList = steps.includes(EVERYTHING);
    if (rest !== '') {
      this.misunderstood = text.startsWith('$')
        ? `is not understood at "${rest}": only .name, [0] and * are`
        : 'does not start with $';
    } else if (text.includes('[\'') || text.includes('["')) {
      this.assumption = `the path ${text} is understood, although AWS documents names behind dots only`;
    } else if (this.isList) {
      this.assumption = `the path ${text} gives a list: AWS does not document what * gives`;
    }
  }

  /** What the path leads to; undefined where the event has nothing. */
  public valueIn(event: unknown): unknown {
    if (this.misunderstood !== undefined) {
      return undefined;
    }
    if (!this.isList) {
      return this.steps.reduce(next, event);
    }
    let values: unknown[] = [event];
    for (const step of this.steps) {
      values = step === EVERYTHING ? values.flatMap(everything) : values.map((value) => next(value, step)).filter((value) => value !== undefined);
    }
    return values;
  }
}

/** The steps, and what is not understood behind them. */
function stepsOf(path: string): { readonly steps: Step[]; readonly rest: string } {
  const steps: Step[] = [];
  if (!path.startsWith('$')) {
    return { steps, rest: path };
  }
  let rest = path.slice(1);
  for (let match = STEP.exec(rest); match !== null; match = STEP.exec(rest)) {
    const [text, name, index, quoted, doubleQuoted] = match;
    if (name === '*' || text === '[*]') {
      steps.push(EVERYTHING);
    } else {
      steps.push(index === undefined ? name ?? quoted ?? doubleQuoted : Number(index));
    }
    rest = rest.slice(text.length);
  }
  return { steps, rest };
}

function next(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  // Names never index an array, and numbers never name a field.
  const fits = Array.isArray(value) === (typeof step === 'number') && Object.prototype.hasOwnProperty.call(value, step);
  return fits ? (value as Record<Step, unknown>)[step] : undefined;
}

function everything(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
