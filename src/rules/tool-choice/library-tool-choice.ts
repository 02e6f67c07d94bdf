import { hasFeature } from '../../catalog/sdk-lines.js';
import type { ModelCall } from '../../documents/facts.js';

/** Whether the library of a call asks for a tool choice that the model takes, whatever the program says; `unknown` where its version is. */
export function relaxesToolChoice({ surface, library }: ModelCall): boolean | 'unknown' {
  if (surface !== 'AiSdk') return false;
  if (!library) return 'unknown';
  return hasFeature(library.name, library.version, 'relaxesToolChoice') ?? 'unknown';
}
