import type { ModelConstraints } from '../../catalog/constraints.js';
import type { Document } from '../../documents/document.js';
import type { ConverseRewrite, Leftover, SdkName } from '../../documents/text-completion.js';
import { editsOverlap } from '../../edits/apply-edits.js';
import type { ImportRequest, Range, TextEdit } from '../../edits/text-edit.js';
import { converseFields } from './converse-fields.js';

/** Calls of Converse in place of calls of InvokeModel, with what they import. */
export interface ConverseEdits {
  readonly edits: readonly TextEdit[];
  readonly imports: readonly ImportRequest[];
}

/** Writes the calls of a group anew: their fields, the names they take of the SDK, and what nothing needs any more. */
export function converseEdits(
  document: Document,
  calls: readonly ConverseRewrite[],
  constraints: ModelConstraints,
): ConverseEdits | { readonly obstacle: string } {
  const edits: TextEdit[] = calls.flatMap((call) => [
    ...call.callEdits,
    converseFields(document.text, call, constraints),
  ]);
  const imports: ImportRequest[] = [];
  for (const name of mergedNames(calls)) {
    const found = nameEdits(name, document, calls);
    if ('obstacle' in found) return found;
    edits.push(...found.edits);
    imports.push(...found.imports);
  }
  for (const removal of removalsOf(mergedLeftovers(calls)))
    if (!edits.some((edit) => editsOverlap(edit, removal) && !isInside(edit, removal))) edits.push(removal);
  return { edits: withoutInner(edits), imports };
}

/** What several calls use of one import, together. */
function mergedNames(calls: readonly ConverseRewrite[]): readonly SdkName[] {
  const names = new Map<string, SdkName>();
  for (const name of calls.flatMap((call) => call.names)) {
    const key = name.imported.join();
    names.set(key, { ...name, uses: [...(names.get(key)?.uses ?? []), ...name.uses] });
  }
  return [...names.values()];
}

/** What several calls leave of one declaration, together. */
function mergedLeftovers(calls: readonly ConverseRewrite[]): readonly Leftover[] {
  const leftovers = new Map<string, Leftover>();
  for (const leftover of calls.flatMap((call) => call.leftovers)) {
    const key = leftover.removal.range.join();
    leftovers.set(key, { ...leftover, gone: [...(leftovers.get(key)?.gone ?? []), ...leftover.gone] });
  }
  return [...leftovers.values()];
}

/** Takes out what is of no use any more; an import whole where all of it is. */
function removalsOf(leftovers: readonly Leftover[]): readonly TextEdit[] {
  const unused = leftovers.filter(({ references, gone }) => isCovered(references, gone));
  return unused.map(({ removal, owner }) => {
    if (!owner) return removal;
    const together = unused.filter((each) => each.owner?.removal.range[0] === owner.removal.range[0]);
    return together.length === owner.names ? owner.removal : removal;
  });
}

function nameEdits(
  { counterpart, known, isType, imported, isRenamed, removal, references, uses }: SdkName,
  document: Document,
  calls: readonly ConverseRewrite[],
): ConverseEdits | { readonly obstacle: string } {
  const renamed = (to: string) => uses.map((range): TextEdit => ({ range, text: to }));
  if (isCovered(references, uses)) {
    if (known !== null) return { edits: [...renamed(known), ...(removal ? [removal] : [])], imports: [] };
    const inImport: TextEdit = { range: imported, text: counterpart.name };
    return { edits: isRenamed ? [inImport] : [inImport, ...renamed(counterpart.name)], imports: [] };
  }
  if (isType) return { obstacle: 'other code uses the type of its request or answer' };
  const others = otherCalls(document, calls, imported);
  const [waited] = others;
  return {
    edits: [
      ...renamed(known ?? counterpart.name),
      // The last of several calls waits for the others: then nothing needs the import any more, and it goes.
      ...(waited && isLast(uses, others) ? [{ range: waited, text: document.text.slice(...waited) }] : []),
    ],
    imports: known === null ? [counterpart] : [],
  };
}

/** Where calls that are rewritten apart from these use the same import. */
function otherCalls(
  { textCompletions }: Document,
  calls: readonly ConverseRewrite[],
  imported: Range,
): readonly Range[] {
  return textCompletions.flatMap((each) => {
    const other = each.kind === 'request' && !('obstacle' in each.converse) ? each.converse : null;
    if (!other || calls.includes(other)) return [];
    return other.names.flatMap((name) => (name.imported[0] === imported[0] ? name.uses : []));
  });
}

function isLast(own: readonly Range[], others: readonly Range[]) {
  return Math.max(...own.map(([start]) => start)) > Math.max(...others.map(([start]) => start));
}

function isCovered(references: readonly Range[], gone: readonly Range[]): boolean {
  return references.every(([start]) => gone.some((each) => each[0] === start));
}

/** A declaration that goes takes the edits in it along. */
function withoutInner(edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter((edit) => !edits.some((outer) => isInside(edit, outer)));
}

function isInside({ range: [start, end] }: TextEdit, outer: TextEdit): boolean {
  const isLonger = outer.range[1] - outer.range[0] > end - start;
  return outer.text === '' && isLonger && start < end && outer.range[0] <= start && end <= outer.range[1];
}
