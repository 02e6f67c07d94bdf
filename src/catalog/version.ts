/** Whether a version of a package comes before a release; `null` for what is no version, or a trial of that very release. */
export function isBefore(version: string, release: string): boolean | null {
  const [left, right] = [numbersOf(version), numbersOf(release)];
  if (!left || !right) return null;
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0;
    if (number !== other) return number < other;
  }
  return left.isTrial ? null : false;
}

/** The one release or the oldest one that a range of package.json takes; `null` where it is not of that form. */
export function oldestOf(range: string): string | null {
  const [, major, minor = '0', patch = '0'] =
    /^(?:\^|~|>=|=|v)?\s?(\d{1,9})(?:\.(\d{1,9}|x|\*))?(?:\.(\d{1,9}|x|\*))?$/.exec(range.trim()) ?? [];
  if (major === undefined) return null;
  return [major, minor, patch].map((number) => (/\d/.test(number) ? number : '0')).join('.');
}

function numbersOf(version: string) {
  const [, major, minor, patch, trial] = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]{1,64})?/.exec(version) ?? [];
  if (major === undefined) return null;
  return { numbers: [major, minor, patch].map(Number), isTrial: trial !== undefined };
}
