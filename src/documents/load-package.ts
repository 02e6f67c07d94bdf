import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A package, loaded when it is asked for and synchronously: a run that meets no YAML never pays for a YAML parser. */
export function loadPackage(specifier: string): unknown {
  return require(specifier);
}
