import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Whether a statement ends where it ends, whatever is written behind it; others need a line break, and one that begins something new. */
export function endsByItself(tree: SyntaxTree, statement: Node): boolean {
  if (tree.text.charAt(statement.range[1] - 1) === ';') return true;
  const last = lastPart(statement);
  return last === statement ? endsInBlock.has(statement.type) : last !== null && endsByItself(tree, last);
}

/** Statements whose last brace is that of a block. */
const endsInBlock: ReadonlySet<string> = new Set([
  'BlockStatement',
  'ClassDeclaration',
  'FunctionDeclaration',
  'StaticBlock',
  'SwitchStatement',
  'TryStatement',
  'TSInterfaceDeclaration',
]);

/** The statement that another one ends with, or itself. */
function lastPart(statement: Node): Node | null {
  switch (statement.type) {
    case 'IfStatement':
      return statement.alternate ?? statement.consequent;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return statement.body;
    case 'ExportNamedDeclaration':
      return statement.declaration;
    default:
      return statement;
  }
}

/** Whether code from an offset on would be read as a part of what stands before it, where no semicolon divides them. */
export function goesOnFrom({ text, comments }: SyntaxTree, offset: number): boolean {
  let next = afterSpace(text, offset);
  for (const { range } of comments) if (range[0] === next) next = afterSpace(text, range[1]);
  if (/^[;}]?$/.test(text.charAt(next))) return false;
  return !/[\r\n]/.test(text.slice(offset, next)) || /[([`+\-/*,.<]/.test(text.charAt(next));
}

function afterSpace(text: string, offset: number) {
  let end = offset;
  while (/\s/.test(text.charAt(end))) end += 1;
  return end;
}

/** Whether an `else` follows, which would become that of a condition that loses its own. */
export function hasElseBehind(tree: SyntaxTree, condition: Node): boolean {
  const [, end] = condition.range;
  for (let inner = condition, outer = tree.parentOf(inner); outer; inner = outer, outer = tree.parentOf(inner)) {
    if (outer.type === 'IfStatement' && outer.consequent === inner) return outer.alternate !== null;
    if (outer.range[1] !== end || !outer.type.endsWith('Statement') || outer.type === 'BlockStatement') return false;
  }
  return false;
}
