/** Orders generations by their numbers: `3.7` < `4` < `4.5` < `4.10`. An unnumbered one comes before all others. */
export function compareGenerations(left: string, right: string): number {
  const [leftMajor, leftMinor] = numbersOf(left);
  const [rightMajor, rightMinor] = numbersOf(right);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}

export function isNumbered(generation: string): boolean {
  return /^\d+(\.\d+)?$/.test(generation);
}

function numbersOf(generation: string): readonly [number, number] {
  if (!isNumbered(generation)) return [-1, 0];
  const [major = -1, minor = 0] = generation.split('.').map(Number);
  return [major, minor];
}
