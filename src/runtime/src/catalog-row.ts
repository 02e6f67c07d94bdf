import { names } from './catalog.generated.js';

/**
 * The words that a table of the generated catalog has on a base model ID. `haiku-4-5` is found as well: the Messages endpoint
 * calls dated models by such names.
 */
export function catalogRow(table: string, base: string | null): readonly string[] | undefined {
  const name = nameOf(base).replace(/(?:-v\d|:).*/, '');
  const isNamed = (known: string) => known.startsWith(name) && /^(?:-20\d+)?(?:-v\d|$)/.test(known.slice(name.length));
  return table.split('\n')[names.split('\n').findIndex(isNamed)]?.split(' ');
}

/** A base model ID without its vendor. */
export function nameOf(base: string | null): string {
  return base?.slice('anthropic.claude-'.length) ?? '-';
}
