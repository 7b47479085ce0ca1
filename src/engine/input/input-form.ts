/** What an input is: JSON, or a text of strings in quotes. */
export type InputForm = 'json' | 'text';

/** One string in quotes after the other, with nothing but space between them. */
const STRINGS = /^\s*(?:"(?:\\.|[^"\\])*"\s*)+$/s;

/** What an input is; undefined for what is neither JSON nor a text, which EventBridge refuses at deployment. */
export function formOf(input: string): InputForm | undefined {
  try {
    if (typeof JSON.parse(input) !== 'string') {
      return 'json';
    }
  } catch {
    // Several strings are not JSON.
  }
  return STRINGS.test(input) ? 'text' : undefined;
}
