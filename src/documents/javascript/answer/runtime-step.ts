import { libraryName } from '../modules/imported-from.js';
import type { Node } from '../syntax/syntax-tree.js';
import type { Value } from './value.js';
import { as, isWritten, leave, type Walk } from './walk.js';

const runtime = /^bedrock-claude-runtime(?:\/|$)/;

/** A value is given to a function of the runtime; `false` where the function is not the runtime's. */
export function runtimeStep(walk: Walk, call: Node, node: Node, value: Value): boolean {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return false;
  const name = libraryName({ tree: walk.tree, node: call.callee }, walk.reach);
  if (!name || !runtime.test(name.module)) return false;
  switch (name.path.at(-1)) {
    case 'assertComplete':
      walk.use('asserted', value, node, call);
      // It gives back what it was given.
      walk.flow(call, value);
      break;
    case 'matchStop':
    case 'stopOutcome':
    case 'IncompleteResponseError':
      walk.use('asserted', value, node, call);
      break;
    case 'cacheUsage':
      if (!isWritten(value)) walk.flow(call, as(value, 'cacheUsage'));
      break;
    case 'textOf':
      walk.flow(call, as(value, 'text'));
      break;
    case 'trimToolInput':
      walk.flow(call, value);
      break;
    default:
      leave(walk, value, node, call, 'handedOn');
  }
  return true;
}
