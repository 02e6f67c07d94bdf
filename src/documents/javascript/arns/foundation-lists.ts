import { pickedPath } from '../modules/bindings.js';
import { libraryName } from '../modules/imported-from.js';
import { elementSource } from '../values/element-source.js';
import { returnsOf } from '../values/returns.js';
import { originsOf } from '../values/origins.js';
import { deeper, type Located, type Reach } from '../values/reach.js';
import { calledName } from '../syntax/called-name.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isClient } from './foundation-model-places.js';

/** Methods of a list that give some or all of what is in it. */
const parts = /^(?:filter|slice|sort|toSorted|reverse|toReversed|concat)$/;

/** Whether an expression is the ID of one of the foundation models that Bedrock lists: `summary.modelId`, an element of such IDs. */
export function isListedId(place: Located, reach: Reach): boolean {
  const next = deeper(reach);
  const source = next && elementSource(place.tree, place.node);
  if (!next || source?.takes !== 'elements') return false;
  const list = { tree: place.tree, node: source.list };
  const [name, another] = source.path;
  if (name === undefined) return isListOfIds(list, next);
  return name === 'modelId' && another === undefined && isListOfModels(list, next);
}

/** `models.map((model) => model.modelId)`, or a set of them */
export function isListOfIds(place: Located, reach: Reach): boolean {
  const next = deeper(reach);
  if (!next) return false;
  return originsOf(place, next).some(({ place: { tree, node } }) => {
    if (node.type === 'NewExpression') {
      const [given] = node.arguments;
      return given !== undefined && isListOfIds({ tree, node: given }, next);
    }
    const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
    if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
    const list = { tree, node: callee.object };
    const [callback] = node.arguments;
    const method = calledName(node);
    if (parts.test(method)) return isListOfIds(list, next);
    if (!/^(?:map|flatMap)$/.test(method) || !callback || !isListOfModels(list, next)) return false;
    return returnsOf(tree, callback).some((value) => isListedId({ tree, node: value }, next));
  });
}

function isListOfModels(place: Located, reach: Reach): boolean {
  const next = deeper(reach);
  if (!next) return false;
  return originsOf(place, next).some(({ place: { tree, node } }) => {
    if (node.type === 'MemberExpression')
      return (
        staticName(node.property, node.computed) === 'modelSummaries' && isAnswer({ tree, node: node.object }, next)
      );
    if (node.type === 'CallExpression') {
      const callee = unwrap(node.callee);
      return (
        parts.test(calledName(node)) &&
        callee.type === 'MemberExpression' &&
        isListOfModels({ tree, node: callee.object }, next)
      );
    }
    // `const { modelSummaries } = await client.send(…)`
    const [definition] = tree.variableOf(node)?.defs ?? [];
    if (definition?.node.type !== 'VariableDeclarator' || !definition.node.init) return false;
    const path = pickedPath(definition.node.id, definition.name);
    return path?.join('.') === 'modelSummaries' && isAnswer({ tree, node: definition.node.init }, next);
  });
}

/** `client.send(new ListFoundationModelsCommand({}))`, `bedrock.listFoundationModels()` */
function isAnswer(place: Located, reach: Reach): boolean {
  return originsOf(place, reach).some(({ place: { tree, node } }) => {
    const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
    if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
    const [command] = node.arguments;
    const method = calledName(node);
    if (method === 'send') return command !== undefined && isListCommand({ tree, node: command }, reach);
    return method === 'listFoundationModels' && isClient({ tree, node: callee.object }, reach);
  });
}

function isListCommand(place: Located, reach: Reach): boolean {
  return originsOf(place, reach).some(({ place: { tree, node } }) => {
    const made = node.type === 'NewExpression' ? libraryName({ tree, node: node.callee }, reach) : null;
    return made?.module === '@aws-sdk/client-bedrock' && made.path.at(-1) === 'ListFoundationModelsCommand';
  });
}
