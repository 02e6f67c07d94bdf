import type { UsageRead } from '../prompt.js';
import type { Reach } from './objects.js';
import type { CallSite } from './surfaces/call-site.js';
import type { SyntaxTree } from './syntax-tree.js';

/** What the code does with the usage figures of the answer of a call. */
export function usageReadOf(_site: CallSite, _tree: SyntaxTree, _reach: Reach): UsageRead {
  return { cacheFields: 'handedOn' };
}
