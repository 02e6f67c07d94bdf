import type { CompletionBodyLeft } from '../../text-completion.js';
import type { Reach } from '../values/reach.js';
import { clientClassOf } from '../calls/receivers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { SentRequest } from './completion-requests.js';
import { isOfBedrock } from './is-of-bedrock.js';
import { isWithin } from '../syntax/functions.js';

const limit = 'max_tokens_to_sample';

/** Bodies for text completions that no call of the file is seen to send: code of a dispatcher, a helper, a wrapper. */
export function unsentBodies(
  tree: SyntaxTree,
  requests: readonly SentRequest[],
  reach: Reach,
): readonly CompletionBodyLeft[] {
  if (!tree.text.includes(limit) || !isOfBedrock(tree, reach)) return [];
  const places = [...setIn(tree, reach), ...assigned(tree)];
  return places
    .filter((node) => !requests.some(({ body }) => isWithin(node, body)))
    .map(({ range }) => ({ kind: 'body', range }));
}

/** `{ prompt, max_tokens_to_sample: 300 }`; a table of parameters has objects and functions as values. */
function setIn(tree: SyntaxTree, reach: Reach): readonly Node[] {
  return tree.all('Property').filter((property) => {
    if (staticName(property.key, property.computed) !== limit) return false;
    const object = tree.parentOf(property);
    const value = unwrap(property.value);
    return (
      object?.type === 'ObjectExpression' &&
      !/^(?:Object|Array|ArrowFunction|Function)Expression$/.test(value.type) &&
      !isSchema(tree, value) &&
      object.properties.some(
        (other) =>
          other.type === 'SpreadElement' || (other !== property && staticName(other.key, other.computed) === 'prompt'),
      ) &&
      !isFirstParty(tree, object, reach)
    );
  });
}

/** `z.number()` */
function isSchema(tree: SyntaxTree, value: Node) {
  return value.type === 'CallExpression' && /^(?:z|Joi|yup|t|v)\b/.test(tree.text.slice(...value.range));
}

/** `body.max_tokens_to_sample = 300`. */
function assigned(tree: SyntaxTree): readonly Node[] {
  return tree.all('AssignmentExpression').flatMap(({ left }) => {
    const isLimit = left.type === 'MemberExpression' && staticName(left.property, left.computed) === limit;
    return isLimit ? [left] : [];
  });
}

/** `anthropic.completions.create({ … })`, a call of Anthropic's own service unless its client is that of Bedrock. */
function isFirstParty(tree: SyntaxTree, object: Node, reach: Reach): boolean {
  const call = tree.parentOf(object);
  const callee = call?.type === 'CallExpression' ? unwrap(call.callee) : null;
  if (callee?.type !== 'MemberExpression') return false;
  const name = staticName(callee.property, callee.computed);
  if (name === 'complete') return true;
  const owner = unwrap(callee.object);
  if (name !== 'create' || owner.type !== 'MemberExpression') return false;
  return clientClassOf({ tree, node: owner.object }, reach)?.module !== '@anthropic-ai/bedrock-sdk';
}
