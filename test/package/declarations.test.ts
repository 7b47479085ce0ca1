import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { problemsInDeclarations } from '../consumers/declarations';

/** `npx projen consumers` checks the declarations that are packaged. */
describe('the check of the declarations in the package', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const problemsOf = (declarations: string) => {
    const entry = join(folder, 'index.d.ts');
    writeFileSync(entry, declarations);
    return problemsInDeclarations(folder, entry);
  };

  test('accepts a class that implements an optional prop by one that may be undefined, if the interface says so', () => {
    expect(problemsOf(`
      export interface Target { readonly environment?: string | undefined }
      export declare class LiteralTarget implements Target { readonly environment?: string | undefined }
    `)).toEqual([]);
  });

  test('finds a class that implements an optional prop by one that may be undefined', () => {
    expect(problemsOf(`
      export interface Target { readonly environment?: string }
      export declare class LiteralTarget implements Target { readonly environment?: string | undefined }
    `)).toEqual([expect.stringContaining("Class 'LiteralTarget' incorrectly implements interface 'Target'")]);
  });

  test('finds a type that is not there', () => {
    expect(problemsOf("import { Missing } from './missing';\nexport declare const it: Missing;")).toEqual([expect.stringContaining('Cannot find module')]);
  });
});
