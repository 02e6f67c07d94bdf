import { names } from './catalog.generated.js';

/**
 * The line that a table of the generated catalog has on a base model ID. `haiku-4-5` is found as well: the Messages endpoint
 * calls dated models by such names.
 */
export function catalogRow(table: string, base: string | null): string | undefined {
  const name = nameOf(base).replace(/(?:-v\d|:).*/, '');
  const isNamed = (known: string) => /^(?:-20\d+)?(?:-v\d|$)/.test(known.replace(name, ''));
  return table.split('\n')[names.split('\n').findIndex(isNamed)];
}

/** A base model ID without its vendor. */
export function nameOf(base: string | null): string {
  return base?.slice('anthropic.claude-'.length) ?? '-';
}
