import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A package that is loaded on first use, synchronously: a run that meets no YAML never pays for a YAML parser. */
export function lazyRequire<T>(specifier: string): () => T {
  let loaded: T | null = null;
  // The type parameter names the package's own types; Node's require returns `any`.
  return () => (loaded ??= require(specifier) as T);
}
