import { libraryName } from '../modules/imported-from.js';
import { definitionOf, type Located, propertyOf, type Reach } from '../values/objects.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';
import { isCallable } from '../syntax/functions.js';

/** The functions of this file that a library hands the input of a tool: each by the name or pattern of its first parameter. */
export function toolParameters(tree: SyntaxTree, { surface, request }: CallSite, reach: Reach): readonly Node[] {
  if (surface !== 'AiSdk' && surface !== 'LangChain' && surface !== 'Strands') return [];
  return (request?.tools ?? [])
    .flatMap((tools) => elementsOf(tools, reach))
    .flatMap((tool) => functionsOf(tool, reach))
    .flatMap(({ tree: own, node }) => (own === tree && isCallable(node) && node.params[0] ? [node.params[0]] : []));
}

/** Tools in a list, or by their names. */
function elementsOf(tools: Located, reach: Reach): readonly Located[] {
  const found = definitionOf(tools, reach);
  if (!found) return [];
  const { tree, node } = found;
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((element) => (element ? [{ tree, node: element }] : []));
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property) => (property.type === 'Property' ? [{ tree, node: property.value }] : []));
}

/** `tool({ execute })` of the AI SDK, `tool(run, { schema })` and `new DynamicStructuredTool({ func })` of LangChain, `tool({ callback })` of Strands. */
function functionsOf(tool: Located, reach: Reach): readonly Located[] {
  const found = definitionOf(tool, reach);
  if (!found) return [];
  const { tree, node } = found;
  if (node.type === 'ObjectExpression') return namedIn(found, reach);
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  if (!libraries.test(libraryName({ tree, node: node.callee }, reach)?.module ?? '')) return [];
  const [first] = node.arguments;
  const argument = first ? definitionOf({ tree, node: unwrap(first) }, reach) : null;
  if (!argument) return [];
  return isCallable(argument.node) ? [argument] : namedIn(argument, reach);
}

const libraries = /^(?:ai$|langchain|@langchain\/|@strands-agents\/)/;

function namedIn(options: Located, reach: Reach): readonly Located[] {
  return ['execute', 'func', 'callback'].flatMap((name): readonly Located[] => {
    const property = propertyOf(options, name, reach);
    const found = property ? definitionOf({ tree: property.tree, node: property.value }, reach) : null;
    return found ? [found] : [];
  });
}
