import { namesClaude } from '../../../catalog/family-words.js';
import { isExportedEnum, isReadByMember, isReadByProperty } from './member-use.js';
import { tellsModel } from '../../text/names-model.js';
import { isLookedUp } from './looked-up.js';
import { modelsIn } from '../references/model-names.js';
import { isRow } from './table-row.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

type Use = 'table' | 'comparison' | 'type';

/** Whether an ID stands in a list of models, and how that list is used. */
export function tableUse(tree: SyntaxTree, start: Node): Use | null {
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'Property') continue;
    if (parent.type === 'ArrayExpression' || parent.type === 'ObjectExpression') {
      const use = useOf(tree, parent);
      if (use) return use;
      continue;
    }
    if (parent.type === 'TSEnumMember') return useOfEnum(tree, parent);
    if (!isTransparent(parent)) return null;
  }
  return null;
}

const uses = new WeakMap<Node, Use | 'none'>();

/** Every ID in a list asks for the same list. */
function useOf(tree: SyntaxTree, list: Node): Use | null {
  const known =
    uses.get(list) ?? (list.type === 'ArrayExpression' ? useOfArray(tree, list) : useOfObject(tree, list)) ?? 'none';
  uses.set(list, known);
  return known === 'none' ? null : known;
}

function useOfArray(tree: SyntaxTree, list: Node): Use | null {
  const isTable = modelsIn(tree, list.range) >= 2;
  if (!isTable && !listsText(tree, list)) return null;
  if (isLookedUp(tree, list)) return 'comparison';
  return isTable ? 'table' : isAllowedValues(tree, list) ? 'type' : null;
}

/** An enum of models is a list of them, unless code does no more than read its members. */
function useOfEnum(tree: SyntaxTree, member: Node): Use | null {
  let declaration = tree.parentOf(member);
  while (declaration && declaration.type !== 'TSEnumDeclaration') declaration = tree.parentOf(declaration);
  if (!declaration) return null;
  const known =
    uses.get(declaration) ?? (modelsIn(tree, declaration.range) >= 2 && isList(tree, declaration) ? 'table' : 'none');
  uses.set(declaration, known);
  return known === 'none' ? null : known;
}

/** What others read of an enum is not seen: as in an object, names of models for its members tell. */
function isList(tree: SyntaxTree, declaration: Node): boolean {
  if (declaration.type !== 'TSEnumDeclaration' || !isReadByMember(tree, declaration)) return true;
  const { members } = declaration.body;
  const naming = members.filter(({ range }) => modelsIn(tree, range) > 0);
  return isExportedEnum(tree, declaration) && areModels(naming.map(({ id }) => staticName(id, false) ?? ''));
}

/** A list whose items are texts: `['anthropic…']`, not `[{ id: 'anthropic…' }]`. */
function listsText(tree: SyntaxTree, list: Node): boolean {
  return (
    list.type === 'ArrayExpression' &&
    list.elements.some((item) => item?.type === 'Literal' && modelsIn(tree, item.range) > 0)
  );
}

/** `z.enum(['…'])`, `pgEnum('model', ['…'])`, `{ enum: ['…'] }`: what else is sent is refused. */
function isAllowedValues(tree: SyntaxTree, list: Node): boolean {
  let parent = tree.parentOf(list);
  while (parent && isTransparent(parent)) parent = tree.parentOf(parent);
  if (parent?.type === 'Property')
    return /^(?:enum|enumValues|allowedValues|allowed_values)$/.test(staticName(parent.key, parent.computed) ?? '');
  if (parent?.type !== 'CallExpression') return false;
  const callee = unwrap(parent.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
  return /enum$/i.test(name ?? (callee.type === 'Identifier' ? callee.name : ''));
}

function useOfObject(tree: SyntaxTree, object: Node): Use | null {
  if (object.type !== 'ObjectExpression') return null;
  const parent = tree.parentOf(object);
  const isArgument = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  if (!isArgument && isRow(tree, object)) return 'table';
  const properties = object.properties.filter((property) => property.type === 'Property');
  if (properties.some(({ key }) => modelsIn(tree, key.range) > 0)) return 'table';
  if (modelsIn(tree, object.range) < 2) return null;
  const naming = properties.filter(({ value }) => modelsIn(tree, value.range) > 0);
  const names = naming.map(({ key, computed }) => staticName(key, computed) ?? '');
  return names.length >= 2 && areModels(names) && !isReadByProperty(tree, object) ? 'table' : null;
}

/** Names that stand for models, of which some would not be true of a successor. */
function areModels(names: readonly string[]): boolean {
  return names.every(namesClaude) && names.some(tellsModel);
}

function isTransparent(node: Node): boolean {
  return (
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSNonNullExpression' ||
    node.type === 'TemplateLiteral' ||
    node.type === 'ChainExpression'
  );
}
