import * as parser from '@typescript-eslint/parser';
import { describe, it } from 'vitest';
import type { ClaudeRule } from '../../src/rules/rule-meta.js';
import { majors } from '../eslint/majors.js';

/** The day on which every rule test judges. */
export const asOf = '2026-11-22';

export interface Case {
  readonly name?: string;
  /** Each reported place of an invalid case stands between `«` and `»`. */
  readonly code: string;
  readonly filename?: string;
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly options?: object;
}

export interface Suggested {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly output: string;
}

export interface Reported {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  readonly suggestions?: readonly Suggested[];
}

export interface InvalidCase extends Case {
  /** The text after ESLint's fixes; `null` = nothing is fixed. */
  readonly output: string | null;
  /** In the order of the marked places. */
  readonly errors: readonly Reported[];
}

/** Runs a rule over TypeScript in every supported major of ESLint. */
export function runRule(
  rule: ClaudeRule,
  { valid, invalid }: { readonly valid: readonly Case[]; readonly invalid: readonly InvalidCase[] },
): void {
  for (const { major, RuleTester } of majors) {
    RuleTester.describe = describe;
    RuleTester.it = it;
    const tester = new RuleTester({ languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } } });
    tester.run(`${rule.name} in ESLint ${String(major)}`, rule, {
      valid: valid.map(toCase),
      invalid: invalid.map((one) => ({
        ...toCase({ ...one, code: unmark(one.code) }),
        output: one.output,
        errors: toErrors(one),
      })),
    });
  }
}

function toCase({ name, code, filename = 'src/model.ts', policy, options }: Case) {
  const settings = { 'bedrock-claude': { asOf, ...policy } };
  return {
    ...(name !== undefined && { name }),
    code,
    filename,
    settings,
    ...(options !== undefined && { options: [options] }),
  };
}

function toErrors({ code, errors }: InvalidCase) {
  const places = placesIn(code);
  if (places.length !== errors.length)
    throw new Error(`${String(places.length)} places are marked for ${String(errors.length)} errors in:\n${code}`);
  return errors.map(({ suggestions = [], messageId, data }, index) => ({
    messageId,
    data: { ...data },
    ...places[index],
    suggestions: suggestions.map((suggested) => ({ ...suggested, data: { ...suggested.data } })),
  }));
}

function unmark(code: string) {
  return code.replaceAll(/[«»]/g, '');
}

function placesIn(code: string) {
  const found: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  }[] = [];
  for (const { index, 0: marked } of code.matchAll(/«[^»]*»/g)) {
    const [start, end] = [
      positionAt(unmark(code.slice(0, index))),
      positionAt(unmark(code.slice(0, index + marked.length))),
    ];
    found.push({ line: start.line, column: start.column, endLine: end.line, endColumn: end.column });
  }
  return found;
}

function positionAt(before: string) {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
