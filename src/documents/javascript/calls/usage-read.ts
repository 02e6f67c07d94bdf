import type { UsageRead } from '../../prompt.js';
import { carriers } from '../answer/carriers.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Use } from '../answer/value.js';
import type { Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';

/** What the code does with the usage figures of the answer of a call. */
export function usageReadOf(site: CallSite, tree: SyntaxTree, reach: Reach): UsageRead {
  const trace = traceOfSite(site, tree, reach);
  // An answer that nothing is seen to come from goes on somewhere else.
  if (trace.uses.every(({ value }) => value.kind === 'command' || value.kind === 'model'))
    return { cacheFields: 'handedOn' };
  if (trace.uses.some(({ value }) => value.kind === 'cacheUsage')) return { cacheFields: 'read' };
  return { cacheFields: trace.uses.some(isHandedOn) ? 'handedOn' : 'unread' };
}

function isHandedOn({ role, value }: Use): boolean {
  return (
    (role === 'handedOn' || role === 'forwarded' || role === 'logged') &&
    (carriers.has(value.kind) || value.kind === 'usage' || value.kind === 'messageStart')
  );
}
