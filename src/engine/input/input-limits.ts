import { formOf } from './input-form';
import type { TargetInputProps } from './target-input-props';
import { RefusedError } from '../values/refused-error';

/** EventBridge's fixed quotas. */
const MAX_LENGTH = 8192;
const MAX_PATHS = 100;
const MAX_PATH_LENGTH = 256;

/** Throws for what EventBridge refuses at deployment, before anything is looked into. */
export function checkLimits({ Input, InputPath, InputTransformer }: TargetInputProps): void {
  const kinds = Object.entries({ Input, InputPath, InputTransformer }).filter(([, value]) => value !== undefined).map(([kind]) => kind);
  check(kinds.length <= 1, `it has ${kinds.join(' and ')}: only one of Input, InputPath and InputTransformer is allowed`);
  checkLength('Input', Input, MAX_LENGTH);
  check(Input === undefined || formOf(Input) !== undefined, `Input is not JSON, got ${shown(Input ?? '')}`);
  checkLength('InputPath', InputPath, MAX_PATH_LENGTH);
  if (InputTransformer === undefined) {
    return;
  }
  const { InputTemplate, InputPathsMap = {} } = InputTransformer;
  check(InputTemplate !== undefined && InputTemplate !== '', 'the input transformer has no InputTemplate');
  checkLength('the template', InputTemplate, MAX_LENGTH);
  const paths = Object.entries(InputPathsMap);
  check(paths.length <= MAX_PATHS, `InputPathsMap has ${paths.length} paths, and EventBridge accepts at most ${MAX_PATHS}`);
  for (const [name, path] of paths) {
    check(/^[A-Za-z0-9_-]{1,256}$/.test(name), `InputPathsMap has the variable ${shown(name)}: names have 1 to 256 letters, digits, hyphens and underscores, and those with aws. are predefined`);
    check(!name.startsWith('AWS'), `InputPathsMap has the variable ${shown(name)}: names that start with AWS are reserved`);
    checkLength(`the path of <${name}>`, path, MAX_PATH_LENGTH);
  }
}

function checkLength(what: string, text: string | undefined, max: number): void {
  check(text === undefined || typeof text === 'string', `${what} is not a text, got ${shown(JSON.stringify(text) ?? '')}`);
  check(text === undefined || text.length <= max, `${what} has ${text?.length} characters, and EventBridge accepts at most ${max}`);
}

function check(isRight: boolean, problem: string): asserts isRight {
  if (!isRight) {
    throw new RefusedError(problem);
  }
}

function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
