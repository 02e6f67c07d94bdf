import type { Range } from '../edits/text-edit.js';

/** What is known of an expression without running it. */
export type StaticValue =
  | { readonly kind: 'text'; readonly text: string; readonly range: Range; readonly path: string | null }
  | { readonly kind: 'number'; readonly number: number; readonly range: Range; readonly path: string | null }
  | { readonly kind: 'boolean'; readonly boolean: boolean; readonly range: Range; readonly path: string | null }
  | {
      readonly kind: 'template';
      readonly parts: readonly (string | null)[];
      readonly range: Range;
      readonly path: string | null;
    }
  | { readonly kind: 'oneOf'; readonly values: readonly StaticValue[]; readonly range: Range }
  | { readonly kind: 'unknown'; readonly range: Range };
