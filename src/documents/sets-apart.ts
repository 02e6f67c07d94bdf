const words =
  /(?:^|_)(?:no|not|non|old)_|deprecat|legacy|obsolete|retired|sunset|deny|denied|block|bann|forbid|exclu|ignor|unsupport|without|thinking|reasoning|vision|image|prefill|cach|stream|tool/;

/** Why nothing is put beside an entry of a list with such a name. */
export const setApart = 'what its list says of a model need not hold for its successor';

/** Whether a list sets its models apart from others, by its name: `DEPRECATED_MODELS`, `noVision`, `thinking-models`. */
export function setsApart(name: string): boolean {
  return words.test(
    name
      .replace(/([a-z\d])([A-Z])/g, '$1_$2')
      .replaceAll('-', '_')
      .toLowerCase(),
  );
}
