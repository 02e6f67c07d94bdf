import type { FoundationArn } from '../../facts.js';
import { namedModel } from '../values/named-model.js';
import { propertyOf, type Reach } from '../values/objects.js';
import { calledName } from '../syntax/called-name.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { idsOf } from './names-behind.js';
import { isListedId, isListOfIds } from './foundation-lists.js';
import { takesFoundationModels } from './foundation-model-places.js';

/**
 * IDs that are compared with those of the foundation models that Bedrock lists, or given to an API that takes nothing else: as the ID of a profile
 * none of them is found.
 */
export function collectFoundationUses(tree: SyntaxTree, reach: Reach): readonly FoundationArn[] {
  if (!/foundation_?model/i.test(tree.text)) return [];
  const uses = [
    ...comparedIn(tree, reach).map((node) => ({ node, use: 'compared' as const })),
    ...givenIn(tree, reach).map((node) => ({ node, use: 'given' as const })),
  ];
  return uses.flatMap(({ node, use }) =>
    idsOf(namedModel({ tree, node }, reach)).map((id): FoundationArn => ({ ...id, range: node.range, use })),
  );
}

function comparedIn(tree: SyntaxTree, reach: Reach): readonly Node[] {
  if (!/ListFoundationModels/i.test(tree.text)) return [];
  const equalities = tree.all('BinaryExpression').flatMap(({ operator, left, right }) => {
    if (!/^[!=]==?$/.test(operator)) return [];
    if (isListedId({ tree, node: left }, reach)) return [right];
    return isListedId({ tree, node: right }, reach) ? [left] : [];
  });
  const looked = tree.all('CallExpression').flatMap((call) => {
    const callee = unwrap(call.callee);
    const [asked] = call.arguments;
    const isAsking = asked && /^(?:includes|indexOf|has)$/.test(calledName(call));
    return isAsking && callee.type === 'MemberExpression' && isListOfIds({ tree, node: callee.object }, reach)
      ? [asked]
      : [];
  });
  return [...equalities, ...looked];
}

/** What takes a foundation model calls it so: `modelIdentifier` of `GetFoundationModel`, `baseModelIdentifier` of a customization. */
const names = ['modelIdentifier', 'modelId', 'baseModelIdentifier'];

function givenIn(tree: SyntaxTree, reach: Reach): readonly Node[] {
  return [...tree.all('CallExpression'), ...tree.all('NewExpression')].flatMap((call) => {
    if (!takesFoundationModels(tree, call, reach)) return [];
    return call.arguments.flatMap((argument) => {
      if (argument.type !== 'ObjectExpression') return argument.type === 'SpreadElement' ? [] : [argument];
      return names.flatMap((name) => {
        const given = propertyOf({ tree, node: argument }, name, reach);
        return given?.direct ? [given.value] : [];
      });
    });
  });
}
