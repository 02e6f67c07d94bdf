/** The names that a variable of a language without modules goes by: one of the values of a map is taken by a key that only the running program knows, so those of the maps as well. */
export function variablesOf(variable: string | undefined): readonly string[] {
  const keys = variable?.split('.') ?? [];
  return keys.slice(1).map((_, index) => keys.slice(0, index + 2).join('.'));
}
