/** Lines of context around a change, as every diff tool prints them. */
const CONTEXT = 3;

/** A run of changed lines: `before` from line index `at` gives way to `after`. */
interface Change {
  readonly at: number;
  readonly newAt: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The unified diff of two versions of one file; empty when they are equal. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const old = splitLines(before);
  const changes = findChanges(old, splitLines(after));
  return `--- a/${file}\n+++ b/${file}\n${toHunks(changes)
    .map((hunk) => printHunk(hunk, old))
    .join('')}`;
}

/** Lines with their ends, so that a changed line end is a change too. */
function splitLines(text: string) {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/**
 * Walks both versions and resynchronises at the nearest common pair of lines; what is between two such pairs is compared line by line.
 * Not minimal in general, but exact; model IDs change few lines, so the nearest pair is where they meet again.
 */
function findChanges(old: readonly string[], next: readonly string[]): Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    if (i < old.length && old[i] === next[j]) [i, j] = [i + 1, j + 1];
    else {
      const [toI, toJ] = resynchronise(old, next, i, j);
      changes.push(...withoutCommon({ at: i, newAt: j, before: old.slice(i, toI), after: next.slice(j, toJ) }));
      [i, j] = [toI, toJ];
    }
  }
  return changes;
}

/** Beyond this a table of lines against lines is not worth its size. */
const LARGEST = 250_000;

/** The same change without the lines that both sides of it have, in their longest common order. */
function withoutCommon(change: Change): Change[] {
  const { at, newAt, before, after } = change;
  const width = after.length + 1;
  if (before.length * after.length === 0 || before.length * after.length > LARGEST) return [change];
  // Lines in common from here to the end, row by row.
  const common = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const skipped = Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
      common[i * width + j] = before[i] === after[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : skipped;
    }
  const changes: Change[] = [];
  let [fromI, fromJ, i, j] = [0, 0, 0, 0];
  const close = () => {
    if (i > fromI || j > fromJ)
      changes.push({
        at: at + fromI,
        newAt: newAt + fromJ,
        before: before.slice(fromI, i),
        after: after.slice(fromJ, j),
      });
  };
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [fromI, fromJ] = [i, j];
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  [i, j] = [before.length, after.length];
  close();
  return changes;
}

/** How far apart two versions may drift before the rest counts as one change. */
const HORIZON = 400;

function resynchronise(old: readonly string[], next: readonly string[], i: number, j: number): [number, number] {
  for (let skipped = 1; skipped <= HORIZON; skipped++) {
    for (let fromOld = 0; fromOld <= skipped; fromOld++) {
      const [atOld, atNext] = [i + fromOld, j + skipped - fromOld];
      if (atOld >= old.length && atNext >= next.length) return [old.length, next.length];
      if (atOld < old.length && old[atOld] === next[atNext] && isAnchor(old, next, atOld, atNext))
        return [atOld, atNext];
    }
  }
  return [old.length, next.length];
}

/** A lone brace or blank line meets its like anywhere: two equal lines in a row, or an end, make an anchor. */
function isAnchor(old: readonly string[], next: readonly string[], i: number, j: number) {
  return old[i + 1] === next[j + 1];
}

function toHunks(changes: readonly Change[]) {
  const hunks: Change[][] = [];
  let end = -Infinity;
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && change.at - end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
    end = change.at + change.before.length;
  }
  return hunks;
}

function printHunk(changes: readonly Change[], old: readonly string[]) {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return '';
  const start = Math.max(0, first.at - CONTEXT);
  const end = Math.min(old.length, last.at + last.before.length + CONTEXT);
  const growth = changes.reduce((sum, { before, after }) => sum + after.length - before.length, 0);
  const lines: string[] = [];
  let at = start;
  for (const change of changes) {
    lines.push(
      ...old.slice(at, change.at).map((line) => ` ${line}`),
      ...change.before.map((line) => `-${line}`),
      ...change.after.map((line) => `+${line}`),
    );
    at = change.at + change.before.length;
  }
  lines.push(...old.slice(at, end).map((line) => ` ${line}`));
  const newStart = first.newAt - (first.at - start);
  return `@@ -${span(start, end - start)} +${span(newStart, end - start + growth)} @@\n${lines.map(terminate).join('')}`;
}

/** Diff tools number an empty range by the line before it. */
function span(start: number, length: number) {
  return `${String(length === 0 ? start : start + 1)}${length === 1 ? '' : `,${String(length)}`}`;
}

function terminate(line: string) {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`;
}
