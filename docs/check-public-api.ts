// Fails if a public symbol has no docstring, or an optional prop has no default; if jsii divides a sentence; if an error is documented in a way that the
// packages of some languages omit; or if a parameter hides a function that the generated Python calls. Reads the compiled assembly.
import { readFileSync } from 'fs';
import { join } from 'path';

interface Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly docs?: { readonly summary?: string; readonly default?: string; readonly custom?: { readonly throws?: string } };
}

interface Callable extends Documented {
  readonly parameters?: readonly { readonly name: string }[];
}

interface PublicType extends Documented {
  readonly datatype?: boolean;
  readonly properties?: readonly Documented[];
  readonly methods?: readonly Callable[];
  readonly members?: readonly Documented[];
  readonly initializer?: Callable;
}

/** Functions that each method of the Python package calls, and functions of the language: a parameter of the same name would hide them. */
const PYTHON = ['checkType', 'cachedTypeHints', 'typeHints', 'cast', 'type'];

/** Flaws in an existing docstring. */
const flaws = (name: string, { docs }: Documented): string[] => [
  ...docs?.summary?.endsWith(';') ? [`${name}: jsii ends the first sentence at a semicolon, and the rest becomes a paragraph: "${docs.summary}"`] : [],
  ...docs?.custom?.throws ? [`${name}: Java and Go do not show @throws; write "Throws an error if …"`] : [],
];

const hidden = (name: string, { parameters = [] }: Callable): string[] =>
  parameters.filter((parameter) => PYTHON.includes(parameter.name)).map((parameter) => `${name}: the parameter ${parameter.name} hides a function in Python`);

const { types } = JSON.parse(readFileSync(join(__dirname, '..', '.jsii'), 'utf8')) as { readonly types: Record<string, PublicType> };
const missing = Object.entries(types).flatMap(([name, type]) => [
  ...type.docs?.summary ? [] : [`${name}: no sentence`],
  ...flaws(name, type),
  ...type.initializer ? [...flaws(`new ${name}()`, type.initializer), ...hidden(`new ${name}()`, type.initializer)] : [],
  ...(type.methods ?? []).flatMap((method) => hidden(`${name}.${method.name}`, method)),
  ...[...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []].flatMap((member) => [
    ...member.docs?.summary || member.overrides ? [] : [`${name}.${member.name}: no sentence`],
    ...type.datatype && member.optional && !member.docs?.default ? [`${name}.${member.name}: no @default`] : [],
    ...flaws(`${name}.${member.name}`, member),
  ]),
]);

console.log(missing.length === 0 ? `${Object.keys(types).length} public types are documented` : missing.join('\n'));
process.exitCode = missing.length === 0 ? 0 : 1;
