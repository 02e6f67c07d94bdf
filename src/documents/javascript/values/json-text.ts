import type { Located } from './objects.js';
import { parseJavaScript } from '../syntax/parse.js';
import { createSyntaxTree, type Node, type SyntaxTree } from '../syntax/syntax-tree.js';
import { unwrap } from '../syntax/unwrap.js';

const parsed = new WeakMap<Node, Located | null>();

/**
 * The object that a JSON text written by hand spells, holes included: `{"messages": ${list}, "system": "Answer in ${x}."}`.
 * Its nodes stand where they are written. Their tree goes by a path of its own, because no edit of code is right inside a text.
 */
export function jsonText(tree: SyntaxTree, text: Node): Located | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const object = parseText(tree, text);
  parsed.set(text, object);
  return object;
}

function parseText(tree: SyntaxTree, text: Node): Located | null {
  const [start, end] = [text.range[0] + 1, text.range[1] - 1];
  const holes = text.type === 'TemplateLiteral' ? text.expressions : [];
  const raw = tree.text.slice(start, end);
  if (!/^\s*\{/.test(raw) || (text.type !== 'TemplateLiteral' && raw.includes('\\'))) return null;
  const { source } = parseJavaScript('body.js', `${' '.repeat(start - 1)}(${asCode(raw, start, holes)})`);
  const statement = source?.ast.body[0];
  if (!source || statement?.type !== 'ExpressionStatement' || statement.expression.type !== 'ObjectExpression')
    return null;
  const own = createSyntaxTree(`${tree.path}#${start}`, tree.text, source);
  return { tree: within(own, tree, holes), node: unwrap(statement.expression) };
}

/**
 * JSON with holes as code of the same length: a hole between values becomes an expression in parentheses, a text with
 * holes a template.
 */
function asCode(raw: string, offset: number, holes: readonly Node[]): string {
  const code = raw.split('');
  let quote = -1;
  let isTemplate = false;
  for (let index = 0; index < code.length; index++) {
    const hole = code[index] === '$' && code[index + 1] === '{' ? holeAt(holes, offset + index + 2) : null;
    if (hole) {
      const end = raw.indexOf('}', hole.range[1] - offset);
      if (quote < 0) {
        code[index] = ' ';
        code[index + 1] = '(';
        code[end] = ')';
      } else isTemplate = true;
      index = end;
    } else if (code[index] === '\\') index++;
    else if (code[index] === '"') {
      if (quote >= 0 && isTemplate) code[quote] = code[index] = '`';
      quote = quote < 0 ? index : -1;
      isTemplate = false;
    }
  }
  return code.join('');
}

function holeAt(holes: readonly Node[], from: number): Node | null {
  return holes.find(({ range }) => range[0] >= from) ?? null;
}

/** The tree of a text inside a file: names in its holes are names of the file. */
function within(own: SyntaxTree, around: SyntaxTree, holes: readonly Node[]): SyntaxTree {
  const names = new Map<number, Node>();
  if (holes.length > 0)
    for (const identifier of around.all('Identifier'))
      if (holes.some(({ range }) => range[0] <= identifier.range[0] && identifier.range[1] <= range[1]))
        names.set(identifier.range[0], identifier);
  return {
    ...own,
    parentOf: (node) => own.parentOf(node) ?? around.parentOf(node),
    variableOf: (node) => around.variableOf(names.get(node.range[0]) ?? node),
    all: (type) => around.all(type),
  };
}
