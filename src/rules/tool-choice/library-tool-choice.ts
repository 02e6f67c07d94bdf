import { forcesOutputTool, hasFeature } from '../../catalog/sdk-lines.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestField } from '../../documents/request.js';

/** Whether the library of a call asks for a tool choice that the model takes, whatever the program says; `unknown` where its version is. */
export function relaxesToolChoice({ surface, library }: ModelCall): boolean | 'unknown' {
  if (surface !== 'AiSdk') return false;
  if (!library) return 'unknown';
  return hasFeature(library.name, library.version, 'relaxesToolChoice') ?? 'unknown';
}

/** Whether the library of a call asks a model for structured output with a tool that it forces; `unknown` where its version is. */
export function forcesTool({ library }: ModelCall, { path }: RequestField, { id }: CatalogModel): boolean | 'unknown' {
  if (!library) return 'unknown';
  const { name, version, declared } = library;
  return forcesOutputTool(name, version, declared?.range, path.at(-1) ?? '', id) ?? 'unknown';
}
