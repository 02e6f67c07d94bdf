import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** The first of some names that nothing in a file has; `null` where all are taken. */
export function freeName({ text }: SyntaxTree, names: readonly string[]): string | null {
  return names.find((name) => !new RegExp(`\\b${name}\\b`).test(text)) ?? null;
}
