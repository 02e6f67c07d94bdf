import { outcomeOf, type Vocabulary } from '../../../catalog/stop-reasons.js';
import type { Use } from '../answer/value.js';
import { definitionOf, type Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { reasonWord } from './reason-words.js';

export interface TableRow {
  readonly reason: string;
  /** The property of the object, or the pair of the Map. */
  readonly node: Node;
  readonly key: Node;
  readonly value: Node;
}

/** An object or Map from stop reasons to other words, and the place where a reason is looked up in it. */
export interface Table {
  readonly use: Use;
  readonly tree: SyntaxTree;
  readonly node: Node;
  readonly rows: readonly TableRow[];
  /** The code only asks whether there is a row. */
  readonly isAsked: boolean;
  /** The type it is declared with, if any. */
  readonly type: Node | null;
}

/** The table a reason is looked up in, when it is one of reasons. */
export function tableOf(tree: SyntaxTree, use: Use, vocabulary: Vocabulary, reach: Reach): Table | null {
  const owner = ownerOf(use.at);
  const found = owner && definitionOf({ tree, node: owner }, reach);
  const node = found && unwrap(found.node);
  if (!found || !node) return null;
  const list = node.type === 'NewExpression' && node.arguments[0] ? unwrap(node.arguments[0]) : null;
  const rows =
    node.type === 'ObjectExpression'
      ? node.properties.flatMap((property): TableRow[] => {
          const reason = property.type === 'Property' ? keyOf(found.tree, property, reach) : null;
          return property.type === 'Property' && reason !== null
            ? [{ reason, node: property, key: property.key, value: property.value }]
            : [];
        })
      : list?.type === 'ArrayExpression'
        ? list.elements.flatMap((pair) => pairOf(found.tree, pair, reach))
        : [];
  const known = rows.filter(({ reason }) => outcomeOf(vocabulary, reason) !== null);
  if (known.length < 2) return null;
  return {
    use,
    tree: found.tree,
    node: list ?? node,
    rows,
    isAsked: isQuestion(use.at),
    type: typeOf(found.tree, node),
  };
}

/** `table[reason]`, `map.get(reason)`, `reason in table`, `Object.hasOwn(table, reason)`. */
function ownerOf(at: Node): Node | null {
  if (at.type === 'MemberExpression') return at.object;
  if (at.type === 'BinaryExpression') return at.right;
  if (at.type === 'CallExpression' && at.arguments.length === 2) return at.arguments[0] ?? null;
  const callee = at.type === 'CallExpression' ? unwrap(at.callee) : null;
  return callee?.type === 'MemberExpression' ? callee.object : null;
}

/** `reason in table`, `map.has(reason)`, `Object.hasOwn(table, reason)`. */
function isQuestion(at: Node): boolean {
  if (at.type === 'BinaryExpression') return true;
  const callee = at.type === 'CallExpression' ? unwrap(at.callee) : null;
  return callee?.type === 'MemberExpression' && (staticName(callee.property, callee.computed) ?? '').startsWith('has');
}

function keyOf(tree: SyntaxTree, property: Node, reach: Reach): string | null {
  if (property.type !== 'Property') return null;
  return property.computed ? reasonWord(tree, property.key, reach) : staticName(property.key, false);
}

function pairOf(tree: SyntaxTree, pair: Node | null, reach: Reach): TableRow[] {
  const [key, value] = pair?.type === 'ArrayExpression' ? pair.elements : [];
  const reason = key ? reasonWord(tree, key, reach) : null;
  return pair && key && value && reason !== null ? [{ reason, node: pair, key, value }] : [];
}

function typeOf(tree: SyntaxTree, node: Node): Node | null {
  let inner = node;
  for (let parent = tree.parentOf(inner); parent; inner = parent, parent = tree.parentOf(inner)) {
    if (parent.type === 'TSAsExpression' || parent.type === 'TSSatisfiesExpression') {
      if (
        parent.typeAnnotation.type !== 'TSTypeReference' ||
        tree.text.slice(...parent.typeAnnotation.range) !== 'const'
      )
        return parent.typeAnnotation;
    } else if (parent.type === 'VariableDeclarator') return parent.id.typeAnnotation?.typeAnnotation ?? null;
    else if (parent.type === 'PropertyDefinition') return parent.typeAnnotation?.typeAnnotation ?? null;
    else return null;
  }
  return null;
}
