/** A type reference of the jsii assembly. */
export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly elementtype: TypeReference; readonly kind: 'array' | 'map' };
}

interface Member {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

interface Callable {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Member[];
}

interface ApiType {
  readonly fqn: string;
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Member[];
  readonly initializer?: Callable;
  readonly methods?: readonly Callable[];
}

/** A jsii assembly, as far as these tests read it. */
export interface Assembly {
  readonly name: string;
  readonly types: { readonly [fqn: string]: ApiType };
}

/** A constructor, a static method or an instance method. */
export interface Call {
  /** Such as `EcsEventPattern.serviceAction`, `new SnsPublish` or `EcsEventRule#addTarget`. */
  readonly id: string;
  readonly kind: 'constructor' | 'static' | 'instance';
  /** The fully qualified name of the class. */
  readonly fqn: string;
  readonly method: string;
  readonly parameters: readonly Member[];
}

/** A place at which a caller passes a value: a parameter, a prop, or an element of a list or map in one of them. */
export interface EntryPoint {
  /** Such as `new SnsPublish(props.message)`. */
  readonly id: string;
  readonly call: Call;
  readonly parameter: number;
  /** The prop of the parameter, if it is a struct. */
  readonly prop?: string;
  /** Whether the value is an element of the list or map that stands there. */
  readonly element?: 'array' | 'map';
  readonly type: TypeReference;
}

/** The props of structs of other packages that the library looks into. */
export type ForeignStructs = { readonly [fqn: string]: readonly Member[] };

/** Every constructor and method of the public classes that takes something. */
export function callsOf({ types }: Assembly): Call[] {
  return Object.values(types).filter(({ kind }) => kind === 'class').flatMap(({ fqn, name, initializer, methods = [] }) => [
    ...initializer ? [{ id: `new ${name}`, kind: 'constructor' as const, fqn, method: '', parameters: initializer.parameters ?? [] }] : [],
    ...methods.map((method) => ({
      id: `${name}${method.static ? '.' : '#'}${method.name}`,
      kind: method.static ? 'static' as const : 'instance' as const,
      fqn,
      method: method.name,
      parameters: method.parameters ?? [],
    })),
  ]).filter(({ parameters }) => parameters.length > 0);
}

/** Every place of the public API that takes a value. */
export function entryPointsOf(assembly: Assembly, foreign: ForeignStructs): EntryPoint[] {
  return callsOf(assembly).flatMap((call) => call.parameters.flatMap(({ name, type }, parameter) => [
    ...withElements({ id: `${call.id}(${name})`, call, parameter, type }),
    ...propsOf(assembly, type, foreign).flatMap((prop) =>
      withElements({ id: `${call.id}(${name}.${prop.name})`, call, parameter, prop: prop.name, type: prop.type })),
  ]));
}

function withElements(point: EntryPoint): EntryPoint[] {
  const { collection } = point.type;
  return collection ? [point, { ...point, id: point.id.replace(/\)$/, '[])'), element: collection.kind, type: collection.elementtype }] : [point];
}

/** The props of a struct, inherited ones too. */
function propsOf({ types }: Assembly, { fqn }: TypeReference, foreign: ForeignStructs): Member[] {
  if (fqn === undefined || fqn in foreign) {
    return [...foreign[fqn ?? ''] ?? []];
  }
  const props = new Map<string, Member>();
  const collect = (type: ApiType | undefined): void => {
    if (type?.kind === 'interface' && type.datatype) {
      type.properties?.forEach((prop) => props.set(prop.name, prop));
      type.interfaces?.forEach((parent) => collect(types[parent]));
    }
  };
  collect(types[fqn]);
  return [...props.values()];
}
