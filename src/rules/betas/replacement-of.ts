import type { ModelConstraints } from '../../catalog/constraints.js';
import type { ToolVersion } from '../../catalog/request-words.js';

/** The newest version of the same tool that a model is known to take. */
export function replacementOf({ kind }: ToolVersion, { tools }: ModelConstraints): ToolVersion | null {
  return tools.taken.findLast((each) => each.kind === kind) ?? null;
}
