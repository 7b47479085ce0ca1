import type { Condition } from './conditions/condition';
import type { Part } from './part';
import { render } from './part';
import { MAX_PATTERN_LENGTH, patternLength } from './pattern-length';
import type { Environment } from './references/environment';
import { ValidationError } from '../validation/validation-error';

/**
 * Divides a part into parts that fit into a rule each, such that an event matches exactly one of them.
 *
 * @throws ValidationError with the length that was measured, if nothing is left that could be divided
 */
export function split(part: Part, environment: Environment): Part[] {
  const length = patternLength(render(part), environment);
  if (length <= MAX_PATTERN_LENGTH) {
    return [part];
  }
  const [longest] = part.conditions
    .filter(({ divisible, size }) => divisible && size > 1)
    .sort((one, other) => patternLength(other.render(), environment) - patternLength(one.render(), environment));
  if (!longest) {
    throw new ValidationError({
      prop: `pattern of ${part.detailTypes.map((detailType) => `"${detailType}"`).join(', ')}`,
      problem: `it has ${length} characters, EventBridge takes ${MAX_PATTERN_LENGTH}`,
      resolution: 'It cannot be divided over several rules without matching an event twice or not at all, because exclusions, fields that hold several values'
        + ' and additionalPattern go together: use shorter or fewer values, or several rules',
    });
  }
  return chunks(part, longest, environment).flatMap((condition) => split(withCondition(part, longest, condition), environment));
}

/** As many alternatives a rule as fit; halves where not even one fits, because another condition is too long as well. */
function chunks(part: Part, condition: Condition, environment: Environment): Condition[] {
  const fits = (from: number, to: number) =>
    patternLength(render(withCondition(part, condition, condition.slice(from, to))), environment) <= MAX_PATTERN_LENGTH;
  const { size } = condition;
  const starts = [0];
  for (let end = 1; end <= size; end++) {
    if (fits(starts[starts.length - 1], end)) {
      continue;
    }
    if (!fits(end - 1, end)) {
      const middle = Math.ceil(size / 2);
      return [condition.slice(0, middle), condition.slice(middle)];
    }
    starts.push(end - 1);
  }
  return starts.map((start, i) => condition.slice(start, starts[i + 1]));
}

function withCondition(part: Part, there: Condition, instead: Condition): Part {
  return { ...part, conditions: part.conditions.map((condition) => condition === there ? instead : condition) };
}
