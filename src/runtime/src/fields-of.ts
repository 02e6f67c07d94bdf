/** The fields of something whose shape nobody promised, as an object of its own; what has none gives none. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return Object.assign({}, value);
}
