// Fails if a public symbol lacks a sentence, or an optional prop its default. Reads what jsii compiled.
import { readFileSync } from 'fs';
import { join } from 'path';

interface Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface PublicType extends Documented {
  readonly datatype?: boolean;
  readonly properties?: readonly Documented[];
  readonly methods?: readonly Documented[];
  readonly members?: readonly Documented[];
}

const { types } = JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8')) as { readonly types: Record<string, PublicType> };
const missing = Object.entries(types).flatMap(([name, type]) => [
  ...type.docs?.summary ? [] : [`${name}: no sentence`],
  ...[...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []].flatMap((member) => [
    ...member.docs?.summary || member.overrides ? [] : [`${name}.${member.name}: no sentence`],
    ...type.datatype && member.optional && !member.docs?.default ? [`${name}.${member.name}: no @default`] : [],
  ]),
]);

console.log(missing.length === 0 ? `${Object.keys(types).length} public types are documented` : missing.join('\n'));
process.exitCode = missing.length === 0 ? 0 : 1;
