import type { Line } from './lines';
import { inside } from './placeholder';

/** The values of a line, inside of a string. */
export function valuesOf({ paths, separator }: Line): string {
  return paths.map(inside).join(separator);
}

/** A line with its label. */
export function textOf(line: Line): string {
  return `${line.label}: ${valuesOf(line)}`;
}
