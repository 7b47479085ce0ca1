// Writes the README of the NuGet package: README.md with its examples in C#, which jsii-rosetta takes from the tablet.
import { execFileSync } from 'child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..');
const TRANSLATED = join(ROOT, '.jsii.csharp');
const README = join(__dirname, 'nuget', 'README.md');

execFileSync('jsii-rosetta', ['transliterate', '.', '--language', 'csharp', '--tablet', '.jsii.tabl.json.gz'], { cwd: ROOT, stdio: 'inherit' });
const { readme } = JSON.parse(readFileSync(TRANSLATED, 'utf8')) as { readonly readme: { readonly markdown: string } };
mkdirSync(join(README, '..'), { recursive: true });
writeFileSync(README, readme.markdown);
rmSync(TRANSLATED);
