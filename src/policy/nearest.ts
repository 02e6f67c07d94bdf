/**
 * The candidate a mistyped word most likely means, or `undefined` when none is close.
 *
 * @example nearest('sonet', ['haiku', 'sonnet']) // 'sonnet'
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const isAllDifferent = distance >= Math.max(word.length, candidate.length);
    if (distance < bestDistance && !isAllDifferent) [best, bestDistance] = [candidate, distance];
  }
  return best ?? shortestThatHolds(word.toLowerCase(), candidates);
}

/** Half a name is meant as the whole: `no-end-of-life` for `no-end-of-life-model`. */
function shortestThatHolds(part: string, candidates: readonly string[]) {
  const holding = candidates.filter((candidate) => candidate.toLowerCase().includes(part));
  const [shortest] = part.length < 3 ? [] : holding.sort((one, other) => one.length - other.length);
  return shortest;
}

/** Levenshtein distance in one row of memory. */
function editDistance(left: string, right: string) {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
