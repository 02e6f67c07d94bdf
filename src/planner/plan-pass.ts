import type { Document } from '../documents/document.js';
import { addImport } from '../edits/add-import.js';
import { editsOverlap, sortEdits } from '../edits/apply-edits.js';
import type { ImportRequest, TextEdit } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import type { Repair } from '../rules/finding.js';
import { joinRemovals } from '../rules/request/join-removals.js';
import type { Select } from './migration.js';
import type { SettledFinding } from './settle-repairs.js';

/** What one pass over a frozen text does. */
export interface Pass {
  readonly edits: readonly TextEdit[];
  readonly chosen: readonly { readonly found: SettledFinding; readonly repair: Repair }[];
}

/**
 * Picks repairs whose edits can all be made at once. On overlap the earlier rule wins and the other finding waits for the next pass; a repair's edits and
 * imports go in together or not at all. What a request needs once its model is moved goes in with that move.
 */
export function planPass({ path, text }: Frozen, findings: readonly SettledFinding[], select: Select): Pass {
  const inOrder = [...findings].sort((a, b) => Number(waits(a, path)) - Number(waits(b, path)) || a.order - b.order);
  const chosen: { readonly found: SettledFinding; readonly repair: Repair }[] = [];
  const edits: TextEdit[] = [];
  let requests: readonly ImportRequest[] = [];
  let header: readonly TextEdit[] = [];
  for (const found of inOrder) {
    const repair = found.finding.repairs.find((candidate) => select(found.rule, found.finding, candidate));
    if (repair === undefined || repair.edits.length === 0 || overlapsItself(repair) || anyOverlap(edits, repair.edits))
      continue;
    if (waits(found, path) && !movesModel([...edits, ...repair.edits], found)) continue;
    const wanted = [...requests, ...(repair.imports ?? [])];
    const widened = wanted.length === requests.length ? header : importEdits(text, wanted);
    if (widened === null || anyOverlap(widened, edits) || anyOverlap(widened, repair.edits)) continue;
    [requests, header] = [wanted, widened];
    edits.push(...repair.edits);
    chosen.push({ found, repair });
  }
  return { edits: sortEdits([...header, ...(joinRemovals(edits, text) ?? edits)]), chosen };
}

/** The file a pass is for, as it stands. */
export type Frozen = Pick<Document, 'path' | 'text'>;

/** Whether a request needs its repair only once an ID of the same file is moved. */
function waits({ finding: { refusal } }: SettledFinding, path: string) {
  return refusal?.when === 'moved' && refusal.model?.path === path;
}

function movesModel(edits: readonly TextEdit[], { finding: { refusal } }: SettledFinding) {
  const model = refusal?.model;
  return model != null && edits.some(({ range }) => rangesOverlap(range, model.range));
}

/** Whether the names a repair imports can be bound in this text. */
export function canImport(text: string, { imports = [] }: Repair): boolean {
  return imports.length === 0 || addImport(text, imports) !== null;
}

function importEdits(text: string, requests: readonly ImportRequest[]): readonly TextEdit[] | null {
  const edit = addImport(text, requests);
  if (edit === null) return null;
  return edit.text === '' && edit.range[0] === edit.range[1] ? [] : [edit];
}

function overlapsItself({ edits }: Repair) {
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => editsOverlap(edit, other)));
}

function anyOverlap(some: readonly TextEdit[], others: readonly TextEdit[]) {
  return some.some((edit) => others.some((other) => editsOverlap(edit, other)));
}
