import type { RenderedInput } from '../../../src/engine/input/rendered-input';
import { targetInput } from '../../../src/engine/input/target-input';
import type { TargetInputProps } from '../../../src/engine/input/target-input-props';

export const RULE = { name: 'my-rule', arn: 'arn:aws:events:us-east-1:123456789012:rule/my-rule' };

export const EVENT = {
  'id': '1',
  'time': '2026-03-24T12:00:00Z',
  'detail-type': 'ECS Service Action',
  'resources': ['arn:1', 'arn:2'],
  'detail': {
    reason: 'RESOURCE:CPU',
    count: 3,
    on: true,
    nothing: null,
    empty: '',
    nested: { a: ['x'] },
    says: 'a "b"\nc',
    list: [{ n: 1 }, { n: 2 }],
  },
};

/** What a target receives of an event. */
export function received(props: TargetInputProps, event: Record<string, unknown> = EVENT): RenderedInput {
  return targetInput(props, RULE)(event);
}

/** What a template makes of an event; the variables are the fields of its detail, unless other paths are given. */
export function transformed(InputTemplate: string, paths?: Readonly<Record<string, string>>, event: Record<string, unknown> = EVENT): RenderedInput {
  const own = Object.fromEntries(['missing', ...Object.keys(event.detail ?? {})].map((name) => [name, `$.detail.${name}`]));
  return received({ InputTransformer: { InputTemplate, InputPathsMap: paths ?? own } }, event);
}
