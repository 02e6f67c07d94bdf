import type { TextEdit } from '../../../edits/text-edit.js';
import type { StaticValue } from '../../static-value.js';
import { callsOf } from '../answer/functions.js';
import { traceOfSite } from '../answer/trace-of-site.js';
import type { Kind, Use } from '../answer/value.js';
import { isParameter } from '../prompt/name-uses.js';
import type { Reach } from '../values/reach.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { withoutOpening } from './without-opening.js';
import { functionAround } from '../syntax/functions.js';

/**
 * The edits after which the program takes an answer as a whole, where it now puts `opening` before what the model wrote. `null` where it reads
 * the answer in any other way: as what follows the opening, or where nobody can see it.
 */
export function unglued(
  site: CallSite,
  opening: StaticValue,
  tree: SyntaxTree,
  reach: Reach,
): readonly TextEdit[] | null {
  if (opening.kind !== 'text' || opening.text === '' || !site.request || site.answer?.shape === 'model') return null;
  const edits: TextEdit[] = [];
  for (const use of traceOfSite(site, tree, reach).uses) {
    if (isHarmless(use)) continue;
    const found = isOwnUse(tree, use) ? withoutOpening(tree, use.node, opening, reach) : null;
    if (!found) return null;
    edits.push(...found.filter((edit) => !edits.some(({ range }) => range[0] === edit.range[0])));
  }
  return edits.length > 0 ? edits : null;
}

/** What says nothing about the words that the model wrote. */
const beside: ReadonlySet<Kind> = new Set<Kind>(['reason', 'usage', 'cacheUsage', 'metadata', 'messageStop']);

function isHarmless({ role, value, node, at }: Use) {
  if (beside.has(value.kind) || role === 'bound' || role === 'logged' || role === 'returned') return true;
  if (role === 'member') return value.kind !== 'text';
  if (role === 'inspected') return true;
  // `if (text)`, but not `text === 'yes'`.
  return (
    role === 'tested' && at.type !== 'BinaryExpression' && (value.kind !== 'text' || node.type !== 'CallExpression')
  );
}

/** A helper that is given texts by several callers may be given others than this one. */
function isOwnUse(tree: SyntaxTree, { value, node }: Use) {
  if (value.kind !== 'text' || value.within.length > 0) return false;
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const definition = variable?.defs[0];
  if (!definition || !isParameter(definition)) return true;
  const owner = functionAround(tree, node);
  return owner !== null && callsOf(tree, owner).length === 1;
}
