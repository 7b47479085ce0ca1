import { BAD_BEGINNING } from './vocabulary';
import type { Violation } from './words';

/** What is read of an element of `.jsii`. */
interface Element {
  readonly name: string;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly static?: boolean;
  readonly const?: boolean;
  readonly type?: { readonly primitive?: string; readonly collection?: { readonly kind: string } };
  readonly docs?: { readonly summary?: string; readonly remarks?: string; readonly default?: string };
}

interface PublicType extends Element {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly base?: string;
  readonly datatype?: boolean;
  readonly properties?: readonly Element[];
  readonly methods?: readonly Element[];
  readonly members?: readonly Element[];
}

export interface Assembly {
  readonly types: Readonly<Record<string, object>>;
}

/** A form that the first sentence of a kind of symbol has. */
interface Form {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly example: string;
}

const FORMS = {
  props: { kind: 'a props interface', pattern: /^Properties for /, example: 'Properties for `SnsPublish`.' },
  options: { kind: 'an options interface', pattern: /^Options for /, example: 'Options for `EcsEventMessage.chat()`.' },
  filters: { kind: 'a filters interface', pattern: /^Filters for /, example: 'Filters for `EcsEventPattern.serviceAction()`.' },
  result: { kind: 'a struct', pattern: /^(An?|The) /, example: 'The delivery of an event to one target.' },
  target: { kind: 'a target', pattern: /^Use an? .* as a target /, example: 'Use an Amazon SNS topic as a target for an EventBridge rule.' },
  type: { kind: 'a class or an enum', pattern: /^(An?|The|Whether) /, example: 'An EventBridge rule for Amazon ECS events.' },
  boolean: { kind: 'a boolean property', pattern: /^Whether /, example: 'Whether the rule is enabled.' },
  exclusion: { kind: 'an exclusion', pattern: /^The .+ to exclude\b/, example: 'The reason prefixes to exclude.' },
  filter: { kind: 'a filter', pattern: /^The .+ to match\b/, example: 'The event names to match.' },
  property: { kind: 'a property', pattern: /^(An?|The|Additional|Custom|Optional|Whether) /, example: 'The maximum age of an event.' },
  method: { kind: 'a method', pattern: /^[A-Z][a-z]+(s|es) /, example: 'Adds a target.' },
} satisfies Record<string, Form>;

/** The docstrings of a compiled assembly that do not have the form of their kind. */
export function docstringViolations({ types }: Assembly): Violation[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const { kind, base, datatype, properties = [], methods = [], members = [], docs } = type as PublicType;
    const own = (elements: readonly Element[]) => elements.filter(({ overrides }) => overrides === undefined);
    const isTarget = kind === 'class' && base?.endsWith('TargetBase') === true || /(Publish|SendMessage|Invoke)$/.test(name);
    const typeForm = kind === 'interface' ? [structForm(name)] : [isTarget ? FORMS.target : FORMS.type];
    return [
      ...violations(name, { name, docs }, typeForm),
      ...own(properties).flatMap((property) => violations(`${name}.${property.name}`, property, property.static ? [] : formsOf(name, property))),
      ...own(properties).flatMap((property) => datatype && property.optional && !property.docs?.default
        ? [{ where: `${name}.${property.name}`, problem: 'an optional property needs @default' }]
        : []),
      ...own(methods).flatMap((method) => violations(`${name}.${method.name}()`, method, [FORMS.method])),
      ...members.flatMap((member) => violations(`${name}.${member.name}`, member, [])),
    ];
  });
}

function structForm(name: string): Form {
  const [, suffix] = /(Props|Options|Filters)$/.exec(name) ?? [];
  return suffix === 'Props' ? FORMS.props : suffix === 'Options' ? FORMS.options : suffix === 'Filters' ? FORMS.filters : FORMS.result;
}

function formsOf(type: string, { name, type: { primitive, collection } = {} }: Element): Form[] {
  if (primitive === 'boolean') {
    return [FORMS.boolean];
  }
  if (/^excluded[A-Z]/.test(name)) {
    return [FORMS.exclusion];
  }
  return /Filters$/.test(type) && collection?.kind === 'array' ? [FORMS.filter] : [FORMS.property];
}

function violations(where: string, { docs }: Element, forms: readonly Form[]): Violation[] {
  const { summary = '', remarks = '', default: byDefault = '' } = docs ?? {};
  const beginning = BAD_BEGINNING.exec(`${summary} ${remarks}`.replace(/```[^]*?```/g, ''));
  return [
    ...summary ? [] : [{ where, problem: 'no docstring' }],
    ...forms
      .filter(({ pattern }) => summary && !pattern.test(summary))
      .map(({ kind, example }) => ({ where, problem: `"${summary}": the docstring of ${kind} reads like "${example}"` })),
    ...remarks && remarks.startsWith(summary.replace(/\.$/, '')) ? [{ where, problem: `"${summary}": the docstring repeats its first sentence, as @param does of a property that is a parameter` }] : [],
    ...beginning ? [{ where, problem: `"${beginning[0].trim()}": no sentence of a docstring begins with "${beginning[1]}"` }] : [],
    ...byDefault && !/^(- |[^\s]+$)/.test(byDefault.trim()) ? [{ where, problem: `@default "${byDefault}": a value, or "- " and a description` }] : [],
  ];
}
