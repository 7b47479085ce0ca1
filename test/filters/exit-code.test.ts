import { CfnParameter, Stack } from 'aws-cdk-lib';
import { ExitCode } from '../../src/filters/exit-code';

test('an exit code is a whole number', () => {
  expect([0, 1, 137, -1, 3221225477].map((code) => ExitCode.of(code)._code)).toEqual([0, 1, 137, -1, 3221225477]);
});

test('nonZero() names no code', () => {
  expect(ExitCode.nonZero()._code).toBeUndefined();
});

test('a code may be known at deployment only', () => {
  const { valueAsNumber } = new CfnParameter(new Stack(), 'Code', { type: 'Number' });

  expect(ExitCode.of(valueAsNumber)._code).toBe(valueAsNumber);
});

test.each([[1.5, '1.5'], [NaN, 'NaN'], ['1', '"1"'], [undefined, 'undefined'], [null, 'null']])('%p is no exit code', (code, shown) => {
  expect(() => ExitCode.of(code as number)).toThrow(
    `ExitCode.of: expected a whole number, got ${shown}. Use 0 to 255, or a larger value for Windows containers.`,
  );
});
