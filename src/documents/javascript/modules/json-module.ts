import { parseJavaScript } from '../syntax/parse.js';
import { createSyntaxTree, type Node, type SyntaxTree } from '../syntax/syntax-tree.js';

/** What Node and bundlers make of a JSON file that is imported. */
const lead = 'module.exports = ';
/** Characters. Settings and prompts are written by hand; what is larger is data. */
const longest = 1_000_000;

/** A JSON file as the module that importing it gives, its nodes where they stand in the file; `null` where it does not parse. */
export function jsonModule(path: string, text: string): SyntaxTree | null {
  if (text.length > longest) return null;
  const { source } = parseJavaScript(`${path}.cjs`, lead + text);
  if (!source) return null;
  const tree = createSyntaxTree(path, text, source);
  for (const node of [
    ...tree.all('ObjectExpression'),
    ...tree.all('ArrayExpression'),
    ...tree.all('Property'),
    ...tree.all('Literal'),
  ])
    moveBack(node);
  return tree;
}

function moveBack(node: Node) {
  const [start, end] = node.range;
  node.range = [start - lead.length, end - lead.length];
}
