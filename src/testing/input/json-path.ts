/** One step of a path: `.name`, `['name']`, `[0]` or `*` for everything. */
type Step = string | number | typeof EVERYTHING;

const EVERYTHING = Symbol('*');
const STEP = /^(?:\.([^.[\]]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]|\[(\*)\])/;

/** What a JSON path such as `$.detail.reason` or `$.resources[0]` leads to; undefined where the event has nothing. */
export function valueAt(path: string, event: unknown): unknown {
  let values: unknown[] = [event];
  let isList = false;
  for (const step of stepsOf(path)) {
    isList = isList || step === EVERYTHING;
    values = values.flatMap((value) => next(value, step));
  }
  return isList ? values : values[0];
}

function stepsOf(path: string): Step[] {
  if (!path.startsWith('$')) {
    throw new Error(`the path "${path}" must start with $`);
  }
  const steps: Step[] = [];
  let rest = path.slice(1);
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (match === null) {
      throw new Error(`the path "${path}" is not understood at "${rest}": only .name, ['name'], [0] and * are`);
    }
    const [text, name, index, quoted, doubleQuoted] = match;
    if (name === '*' || text === '[*]') {
      steps.push(EVERYTHING);
    } else {
      steps.push(index === undefined ? name ?? quoted ?? doubleQuoted : Number(index));
    }
    rest = rest.slice(text.length);
  }
  return steps;
}

function next(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  if (step === EVERYTHING) {
    return Object.values(value);
  }
  // Names never index an array, and numbers never name a field.
  const fits = Array.isArray(value) === (typeof step === 'number') && Object.prototype.hasOwnProperty.call(value, step);
  return fits ? [(value as Record<string, unknown>)[step]] : [];
}
