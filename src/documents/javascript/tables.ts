import { scanModelNames } from '../../catalog/scan-model-names.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** Property names under which rows show a model to people. */
const displayNames = /^(?:name|label|title|text|displayName|display_name|modelName|shortName)$/;
const rowFacts = /(?:price|pricing|cost|contextWindow|context_window|maxInputTokens)/i;
/** A name that says which model it holds. */
const namesModel = /claude|haiku|sonnet|opus|instant/i;
const lookups = new Set(['includes', 'indexOf', 'has', 'some', 'find', 'findIndex', 'every']);

/** Whether an ID stands in a list of models, and how that list is used. */
export function tableUse(tree: SyntaxTree, start: Node): 'table' | 'comparison' | null {
  let node = start;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    if (parent.type === 'ArrayExpression') {
      if (modelsIn(tree, parent) >= 2) return isLookedUp(tree, parent) ? 'comparison' : 'table';
      continue;
    }
    if (parent.type === 'Property') continue;
    if (parent.type === 'ObjectExpression') {
      const use = useOfObject(tree, parent);
      if (use) return use;
      continue;
    }
    if (parent.type === 'TSEnumMember') return modelsIn(tree, tree.parentOf(parent) ?? parent) >= 2 ? 'table' : null;
    if (!isTransparent(parent)) return null;
  }
  return null;
}

function useOfObject(tree: SyntaxTree, object: Node): 'table' | null {
  if (object.type !== 'ObjectExpression') return null;
  const parent = tree.parentOf(object);
  const isArgument = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  if (!isArgument && isRow(tree, object)) return 'table';
  if (object.properties.some((property) => property.type === 'Property' && hasModelKey(tree, property.key))) return 'table';
  if (modelsIn(tree, object) < 2) return null;
  const naming = object.properties.filter((property) => property.type === 'Property' && modelsIn(tree, property.value) > 0);
  return naming.length >= 2 && naming.every((property) => property.type === 'Property' && namesModel.test(staticName(property.key, property.computed) ?? '')) ? 'table' : null;
}

/** `{ id: 'anthropic…', name: 'Claude 3.5 Sonnet' }`: changing the ID alone makes the row lie. */
function isRow(tree: SyntaxTree, object: Node): boolean {
  if (object.type !== 'ObjectExpression') return false;
  return object.properties.some((property) => {
    if (property.type !== 'Property') return false;
    const name = staticName(property.key, property.computed) ?? '';
    const value = unwrap(property.value);
    if (rowFacts.test(name)) return true;
    if (value.type === 'ObjectExpression') return value.properties.some((inner) => inner.type === 'Property' && showsModel(tree, inner));
    return showsModel(tree, property);
  });
}

function showsModel(tree: SyntaxTree, property: Node): boolean {
  if (property.type !== 'Property' || !displayNames.test(staticName(property.key, property.computed) ?? '')) return false;
  const value = unwrap(property.value);
  const text = tree.text.slice(value.range[0], value.range[1]);
  return /claude/i.test(text) && scanModelNames(text).length === 0;
}

function hasModelKey(tree: SyntaxTree, key: Node): boolean {
  return scanModelNames(tree.text.slice(key.range[0], key.range[1])).length > 0;
}

/** How many different models the text of a node names. */
function modelsIn(tree: SyntaxTree, node: Node): number {
  return new Set(scanModelNames(tree.text.slice(node.range[0], node.range[1])).map(({ name }) => name.base.toLowerCase())).size;
}

/** `LIST.includes(id)`, `new Set(LIST).has(id)`, directly or through the variable that holds the list. */
function isLookedUp(tree: SyntaxTree, list: Node): boolean {
  let node: Node = list;
  let parent = tree.parentOf(node);
  while (parent && isTransparent(parent)) {
    node = parent;
    parent = tree.parentOf(node);
  }
  if (parent?.type === 'NewExpression') {
    node = parent;
    parent = tree.parentOf(node);
  }
  if (parent?.type === 'MemberExpression' && parent.object === node) return lookups.has(staticName(parent.property, parent.computed) ?? '');
  if (parent?.type === 'PropertyDefinition') return isFieldLookedUp(tree, staticName(parent.key, parent.computed));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return (tree.variableOf(parent.id)?.references ?? []).some(({ identifier }) => {
    const member = tree.parentOf(identifier);
    return member?.type === 'MemberExpression' && member.object === identifier && lookups.has(staticName(member.property, member.computed) ?? '');
  });
}

/** `this.LIST.some(…)` */
function isFieldLookedUp(tree: SyntaxTree, field: string | null): boolean {
  return tree.all('MemberExpression').some(({ object, property, computed }) => {
    if (object.type !== 'MemberExpression' || !lookups.has(staticName(property, computed) ?? '')) return false;
    return object.object.type === 'ThisExpression' && staticName(object.property, object.computed) === field;
  });
}

function isTransparent(node: Node): boolean {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression' || node.type === 'TemplateLiteral' || node.type === 'ChainExpression';
}
