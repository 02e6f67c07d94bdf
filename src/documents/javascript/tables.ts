import { namesClaude } from '../../catalog/family-words.js';
import { scanModelNames } from '../../catalog/scan-model-names.js';
import { describing, namesGeneration } from '../names-generation.js';
import { memberName } from './class-members.js';
import { isReadByMember } from './enum-use.js';
import { modelsIn } from './model-names.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** Property names under which rows show a model to people. */
const displayNames = /^(?:name|label|title|text|displayName|display_name|modelName|shortName)$/;
const rowFacts = /(?:price|pricing|cost|contextWindow|context_window|maxInputTokens)/i;
const lookups = new Set(['includes', 'indexOf', 'has', 'some', 'find', 'findIndex', 'every']);

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
    uses.get(declaration) ??
    (modelsIn(tree, declaration.range) >= 2 && !isReadByMember(tree, declaration) ? 'table' : 'none');
  uses.set(declaration, known);
  return known === 'none' ? null : known;
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
  return naming.length >= 2 && naming.every(({ key, computed }) => namesClaude(staticName(key, computed) ?? ''))
    ? 'table'
    : null;
}

/** `{ id: 'anthropic…', name: 'Claude 3.5 Sonnet' }`: changing the ID alone makes the row lie. */
function isRow(tree: SyntaxTree, object: Node): boolean {
  if (object.type !== 'ObjectExpression') return false;
  return object.properties.some((property) => {
    if (property.type !== 'Property') return false;
    const name = staticName(property.key, property.computed) ?? '';
    const value = unwrap(property.value);
    if (rowFacts.test(name)) return true;
    if (value.type === 'ObjectExpression')
      return value.properties.some((inner) => inner.type === 'Property' && showsModel(tree, inner));
    return showsModel(tree, property);
  });
}

function showsModel(tree: SyntaxTree, property: Node): boolean {
  if (property.type !== 'Property') return false;
  const name = staticName(property.key, property.computed) ?? '';
  const value = unwrap(property.value);
  const text = tree.text.slice(value.range[0], value.range[1]);
  if (describing.test(name)) return value.type === 'Literal' && namesGeneration(text);
  if (!displayNames.test(name)) return false;
  return /claude/i.test(text) && scanModelNames(text).length === 0;
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
  if (parent?.type === 'MemberExpression' && parent.object === node)
    return lookups.has(staticName(parent.property, parent.computed) ?? '');
  if (parent?.type === 'PropertyDefinition') return isFieldLookedUp(tree, memberName(parent.key, parent.computed));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return (tree.variableOf(parent.id)?.references ?? []).some(({ identifier }) => {
    const member = tree.parentOf(identifier);
    return (
      member?.type === 'MemberExpression' &&
      member.object === identifier &&
      lookups.has(staticName(member.property, member.computed) ?? '')
    );
  });
}

const lookedUpFields = new WeakMap<SyntaxTree, ReadonlySet<string | null>>();

/** `this.LIST.some(…)` */
function isFieldLookedUp(tree: SyntaxTree, field: string | null): boolean {
  const known =
    lookedUpFields.get(tree) ??
    new Set(
      tree.all('MemberExpression').flatMap(({ object, property, computed }) => {
        const isLookup =
          object.type === 'MemberExpression' &&
          object.object.type === 'ThisExpression' &&
          lookups.has(staticName(property, computed) ?? '');
        return isLookup ? [memberName(object.property, object.computed)] : [];
      }),
    );
  lookedUpFields.set(tree, known);
  return field !== null && known.has(field);
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
