/** A text as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
