import { successReasons, vocabularyOf } from '../../catalog/stop-reasons.js';
import type { MendPlace, StopReasonCheck } from '../../documents/stop-reason-check.js';
import { type CodeStyle, codeStyleOf } from '../../edits/code-style.js';
import type { TextEdit } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { throwStatement, writeGuard } from './stop-reason-guard.js';

export type StopReasonRepair = 'nameReasons' | 'throwOnOthers' | 'assertComplete' | 'readReason' | 'useUnknown';

/** The repair of a check in the file's own style; none where it can't be written correctly. */
export function stopReasonRepairs(
  check: StopReasonCheck,
  text: string,
  policy: Policy,
): readonly Repair<StopReasonRepair>[] {
  const { mend, dialect } = check;
  if (!mend || dialect === 'strands') return [];
  const isRuntime = policy.repairStyle === 'runtime';
  const style = codeStyleOf(text);
  switch (mend.kind) {
    case 'guard': {
      const { edits, imports } = writeGuard(
        mend,
        dialect,
        successReasons(vocabularyOf(check.vocabulary)).length,
        style,
        isRuntime,
      );
      return [{ id: isRuntime ? 'assertComplete' : 'throwOnOthers', safety: 'review', edits, imports }];
    }
    case 'cases': {
      const edits = caseEdits(mend, dialect, style, isRuntime);
      const imports =
        isRuntime && mend.throws ? [{ module: 'bedrock-claude-runtime', name: 'IncompleteResponseError' }] : [];
      return [
        {
          id: 'nameReasons',
          data: named([...mend.joins.map(({ reason }) => reason), ...(mend.throws?.reasons ?? [])]),
          safety: 'review',
          edits,
          imports,
        },
      ];
    }
    case 'rows':
      return [
        {
          id: 'nameReasons',
          data: named(mend.rows.map(({ reason }) => reason)),
          safety: 'review',
          edits: rowEdits(mend, style),
        },
      ];
    case 'replace':
      return [
        check.shape === 'fallback'
          ? { id: 'useUnknown', safety: 'review', edits: mend.edits }
          : { id: 'readReason', data: { instead: check.instead ?? '' }, safety: 'review', edits: mend.edits },
      ];
  }
}

function named(reasons: readonly string[]) {
  return { missing: reasons.map((reason) => `\`${reason}\``).join(', ') };
}

function caseEdits(
  { joins, throws, reason }: Extract<MendPlace, { kind: 'cases' }>,
  dialect: StopReasonCheck['dialect'],
  style: CodeStyle,
  isRuntime: boolean,
): TextEdit[] {
  const label = (word: string) => `case ${style.quote}${word}${style.quote}:`;
  const edits = joins.map(({ reason: word, place }): TextEdit => ({
    range: [place.at, place.at],
    text: `${label(word)}${style.lineEnd}${place.indent}`,
  }));
  if (!throws) return edits;
  const { at, indent } = throws.place;
  const lines = [...throws.reasons.map(label), `${style.indent}${throwStatement(reason, dialect, style, isRuntime)}`];
  return [...edits, { range: [at, at], text: lines.map((line) => `${line}${style.lineEnd}${indent}`).join('') }];
}

/** Rows behind the same row are one insertion. */
function rowEdits({ rows }: Extract<MendPlace, { kind: 'rows' }>, { lineEnd }: CodeStyle): TextEdit[] {
  const texts = new Map<number, string>();
  for (const { at, text } of rows) texts.set(at, (texts.get(at) ?? '') + text.replaceAll('\n', lineEnd));
  return [...texts].map(([at, text]): TextEdit => ({ range: [at, at], text }));
}
