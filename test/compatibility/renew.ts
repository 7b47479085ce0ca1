// Writes .baseline: of what jsii says of the compiled library only what jsii-diff compares, so that it changes when the API does.
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const BASELINE = join(__dirname, '.baseline');

const NOT_COMPARED = new Set([
  'author', 'dependencyClosure', 'description', 'fingerprint', 'homepage', 'keywords', 'license', 'locationInModule', 'metadata', 'readme', 'repository', 'symbolId',
  'targets',
]);

/** Of the documentation, only that something is deprecated or experimental is part of the contract. */
const contractIn = ({ deprecated, stability }: { readonly deprecated?: string; readonly stability?: string }) => (
  stability === 'stable' ? undefined : { deprecated, stability }
);

const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const api = JSON.stringify(
  JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')),
  (key, value) => key === 'docs' ? contractIn(value) : NOT_COMPARED.has(key) ? undefined : value,
  1,
);

mkdirSync(BASELINE, { recursive: true });
writeFileSync(join(BASELINE, '.jsii'), `${api}\n`);
// jsii-diff finds by it the packages whose types the API uses. It has no name: jest knows one package of that name, which is the library.
writeFileSync(join(BASELINE, 'package.json'), `${JSON.stringify({ private: true, peerDependencies, jsii: {} }, null, 1)}\n`);
