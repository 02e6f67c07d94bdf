import type { Entry, EntryField } from '../../entry.js';
import { setApart, setsApart } from '../../sets-apart.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/** The row of a list or map of models that an ID stands in; `null` where it is in none that can be told. */
export function tableEntry(tree: SyntaxTree, start: Node): Entry | null {
  const node = wrapped(tree, start);
  const parent = tree.parentOf(node);
  if (parent?.type === 'ArrayExpression') return elementEntry(tree, node, parent);
  if (parent?.type !== 'Property') return null;
  if (parent.key === start) return propertyEntry(tree, parent, fieldsOf(parent.value));
  const row = tree.parentOf(parent);
  if (row?.type !== 'ObjectExpression') return null;
  const outer = wrapped(tree, row);
  const holder = tree.parentOf(outer);
  if (holder?.type === 'ArrayExpression') return entryOf(tree, outer, fieldsOf(row));
  if (holder?.type === 'Property' && holder.value === outer)
    return propertyEntry(tree, holder, [keyField(holder), ...fieldsOf(row)]);
  return propertyEntry(tree, parent, [keyField(parent)]);
}

/** An element of a list, or the pair that a `Map` is made of; a row of values takes no second ID. */
function elementEntry(tree: SyntaxTree, node: Node, list: ListNode): Entry | null {
  const pair = pairOf(tree, list);
  const entry = entryOf(tree, pair ?? node, []);
  if (!entry || pair || !isRow(tree, list)) return entry;
  return { ...entry, obstacle: 'it is one of the values of a row' };
}

type ListNode = Extract<Node, { readonly type: 'ArrayExpression' }>;

function isRow(tree: SyntaxTree, list: ListNode) {
  return (
    tree.parentOf(wrapped(tree, list))?.type === 'ArrayExpression' ||
    list.elements.some((element) => element?.type === 'Literal' && typeof element.value !== 'string')
  );
}

/** `['anthropic…', 'Claude']` in `new Map([[…], […]])`. */
function pairOf(tree: SyntaxTree, pair: Node): Node | null {
  const list = tree.parentOf(pair);
  const owner = list?.type === 'ArrayExpression' ? tree.parentOf(list) : null;
  return owner?.type === 'NewExpression' && owner.callee.type === 'Identifier' && owner.callee.name === 'Map'
    ? pair
    : null;
}

function propertyEntry(tree: SyntaxTree, property: Node, fields: readonly EntryField[]): Entry | null {
  return tree.parentOf(property)?.type === 'ObjectExpression' ? entryOf(tree, property, fields) : null;
}

function entryOf(tree: SyntaxTree, node: Node, fields: readonly EntryField[]): Entry | null {
  const list = tree.parentOf(node);
  if (!list) return null;
  return { range: node.range, container: list.range, form: 'brackets', fields, obstacle: obstacleOf(tree, node, list) };
}

/** Code in a row may do anything with the model it is about, and what says which texts may stand in the list lists them. */
function obstacleOf(tree: SyntaxTree, node: Node, list: Node) {
  if (/=>|\bfunction\b/.test(tree.text.slice(node.range[0], node.range[1]))) return 'code stands in its row';
  if (setsApart(nameOf(tree, list))) return setApart;
  const declared = tree.parentOf(wrapped(tree, list));
  const isTyped =
    declared?.type === 'VariableDeclarator' && declared.id.type === 'Identifier' && declared.id.typeAnnotation;
  if (!isTyped) return null;
  const type = tree.text.slice(...isTyped.range);
  return /\b(?!Record\b|Array\b|ReadonlyArray\b|Readonly\b|Partial\b)[A-Z]\w*(?:Id|ID|Name|Key|Type)s?\b/.test(type)
    ? 'a type says which models may stand in it'
    : null;
}

/** What a list or map is called; empty where it has no name. */
function nameOf(tree: SyntaxTree, list: Node): string {
  const holder = tree.parentOf(wrapped(tree, list));
  if (holder?.type === 'NewExpression' || holder?.type === 'CallExpression') return nameOf(tree, holder);
  if (holder?.type === 'VariableDeclarator') return holder.id.type === 'Identifier' ? holder.id.name : '';
  const isNamed = holder?.type === 'Property' || holder?.type === 'PropertyDefinition';
  return isNamed ? (staticName(holder.key, holder.computed) ?? '') : '';
}

function keyField(property: Node): EntryField {
  const key = property.type === 'Property' ? property.key : property;
  return { name: 'key', range: key.range, kind: 'key' };
}

function fieldsOf(value: Node): readonly EntryField[] {
  const row = unwrap(value);
  if (row.type !== 'ObjectExpression') return [{ name: '', range: value.range, kind: kindOf(row) }];
  return row.properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    const name = staticName(property.key, property.computed) ?? '';
    return [{ name, range: property.value.range, kind: kindOf(unwrap(property.value)) }];
  });
}

function kindOf(value: Node) {
  return (value.type === 'Literal' && typeof value.value === 'string') || value.type === 'TemplateLiteral'
    ? 'text'
    : 'other';
}
