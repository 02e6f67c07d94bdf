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
  | {
      readonly kind: 'unknown';
      readonly range: Range;
      /** Variables of the environment that it may come from. */
      readonly environment?: readonly string[];
    };

/** A value of which only the running program knows which of these it is, and none of them is known. */
export function unknownOf(range: Range, values: readonly StaticValue[]): StaticValue {
  const names = new Set(values.flatMap((value) => (value.kind === 'unknown' ? (value.environment ?? []) : [])));
  return names.size === 0 ? { kind: 'unknown', range } : { kind: 'unknown', range, environment: [...names] };
}

export type TextValue = Extract<StaticValue, { kind: 'text' }>;

/** The texts among the values that an expression may have. */
export function textsOf(value: StaticValue): readonly TextValue[] {
  return alternativesOf(value).filter((each) => each.kind === 'text');
}

/** The values that an expression may have, each by itself. */
export function alternativesOf(value: StaticValue): readonly StaticValue[] {
  return value.kind === 'oneOf' ? value.values.flatMap(alternativesOf) : [value];
}
