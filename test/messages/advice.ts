import { BoundMessage } from './bound-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

/** What the person on call reads about the events of a pattern. */
export function textOf(pattern: EcsEventPattern): string {
  return BoundMessage.of(pattern.toEventPattern()).lines.join('\n');
}

/** The checks among it. */
export function checksOf(pattern: EcsEventPattern): string[] {
  return textOf(pattern).split('\n').filter((line) => line.startsWith('Check: '));
}
