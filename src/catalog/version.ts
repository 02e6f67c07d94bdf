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

/** Whether a version is one that a range of package.json takes; `null` where the range is not of a form that is known. */
export function isTakenBy(version: string, range: string): boolean | null {
  const oldest = oldestOf(range);
  if (oldest === null || !numbersOf(version)) return null;
  const early = isBefore(version, oldest);
  if (early !== false) return early === null ? null : false;
  const written = range.trim();
  if (written.startsWith('>=')) return true;
  const [, mark = '', major = '', minor, patch] =
    /^(\^|~|=|v)?\s?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(written.replace(/\.[x*]/g, '')) ?? [];
  if (mark === '^' || minor === undefined)
    // Below 1.0.0 the first number that is not zero says what is compatible.
    return major === '0' && minor !== undefined && (minor !== '0' || patch !== undefined)
      ? minor === '0'
        ? isBefore(version, `0.0.${String(Number(patch) + 1)}`)
        : isBefore(version, `0.${String(Number(minor) + 1)}.0`)
      : isBefore(version, `${String(Number(major) + 1)}.0.0`);
  if (mark === '~' || patch === undefined) return isBefore(version, `${major}.${String(Number(minor) + 1)}.0`);
  return isBefore(version, `${major}.${minor}.${String(Number(patch) + 1)}`);
}

/** Whether every version that a range of package.json takes comes before a release; `null` where the range is not of a form that is known. */
export function isAllBefore(range: string, release: string): boolean | null {
  const oldest = oldestOf(range);
  const isBegun = oldest === null ? null : isBefore(oldest, release);
  return isBegun === true ? isTakenBy(release, range) === false : isBegun;
}

function numbersOf(version: string) {
  const [, major, minor, patch, trial] = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(-[\w.-]{1,64})?/.exec(version) ?? [];
  if (major === undefined) return null;
  return { numbers: [major, minor, patch].map(Number), isTrial: trial !== undefined };
}
