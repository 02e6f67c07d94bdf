/** The value at a path into something whose shape nobody promised; `undefined` where the path ends early. */
export function dig(value: unknown, ...path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((found, key) => Reflect.get(Object(found), key), value);
}
