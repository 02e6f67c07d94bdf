import type { Variable } from '@typescript-eslint/scope-manager';
import { isExported, isShown } from '../references/flow.js';
import { isLookedUp } from './looked-up.js';
import { isQueried } from './queries.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { isRow } from './table-row.js';
import { staticName, wrapped } from '../syntax/unwrap.js';

/** Steps from a member that is read to the end of what is made of it. */
const mostSteps = 8;

/**
 * Whether the members of an enum are read by their names and nothing else: no list of them is made, no type asks for each of
 * them, nothing is compared with one or kept under one. Other files may read an exported one, as they may an object.
 */
export function isReadByMember(tree: SyntaxTree, declaration: Node): boolean {
  if (declaration.type !== 'TSEnumDeclaration' || declaration.declare) return false;
  const outer = isExportedEnum(tree, declaration) ? tree.parentOf(declaration) : declaration;
  if (!outer || (outer.type !== 'Program' && tree.parentOf(outer)?.type !== 'Program')) return false;
  const variable = tree.variableOf(declaration.id);
  // In another declaration of the enum a member may stand for its sibling by its bare name.
  if (variable?.defs.length !== 1) return false;
  return variable.references.every(
    ({ identifier }) =>
      isPlainRead(tree, identifier) || isPlainType(tree, identifier) || isExportedName(tree, identifier),
  );
}

/** Whether an object is a constant of this file alone, which does no more than read its properties by their names. */
export function isReadByProperty(tree: SyntaxTree, object: Node): boolean {
  const declarator = tree.parentOf(wrapped(tree, object));
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const variable = tree.variableOf(declarator.id);
  if (variable?.defs.length !== 1 || isExported(tree, variable)) return false;
  return variable.references.every(({ init, identifier }) => init === true || isPlainRead(tree, identifier));
}

/** Whether other files may read an enum. */
export function isExportedEnum(tree: SyntaxTree, declaration: Node): boolean {
  if (tree.parentOf(declaration)?.type === 'ExportNamedDeclaration') return true;
  const variable = declaration.type === 'TSEnumDeclaration' ? tree.variableOf(declaration.id) : null;
  return variable?.references.some(({ identifier }) => isExportedName(tree, identifier)) === true;
}

/** `export { Model }` */
function isExportedName(tree: SyntaxTree, identifier: Node): boolean {
  const specifier = tree.parentOf(identifier);
  return specifier?.type === 'ExportSpecifier' && specifier.local === identifier;
}

/** `Model.Smart`, `Model['Smart']`, where the value goes on to something that does not look it up. */
function isPlainRead(tree: SyntaxTree, identifier: Node): boolean {
  const member = tree.parentOf(identifier);
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
  return staticName(member.property, member.computed) !== null && isPlainValue(tree, member, mostSteps);
}

function isPlainValue(tree: SyntaxTree, value: Node, steps: number): boolean {
  if (steps === 0) return false;
  const read = wrapped(tree, value);
  if (isQueried(tree, read)) return false;
  const user = tree.parentOf(read);
  switch (user?.type) {
    case 'BinaryExpression':
    case 'SwitchCase':
    case 'SwitchStatement':
    case 'TSEnumMember':
      return false;
    case 'MemberExpression':
      return user.object === read && !/^(?:includes|startsWith|endsWith|indexOf|match)$/.test(nameOf(user));
    case 'Property':
      return user.value === read && !isKept(tree, user);
    case 'AssignmentExpression':
      return user.right === read;
    case 'CallExpression':
      return !isLookup(user.callee);
    case 'TemplateLiteral':
      return isShown(tree, read) || isPlainValue(tree, user, steps - 1);
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isPlainValue(tree, user, steps - 1);
    case 'ArrayExpression':
      return isPlainList(tree, user);
    case 'VariableDeclarator':
      return isPlainName(tree, user.id, steps - 1);
    default:
      return true;
  }
}

/** `Key: { model: … }`, `cacheKey: …`, what is kept is found again by it; `{ id: …, name: 'Claude 3 Haiku' }`, a row that would lie. */
function isKept(tree: SyntaxTree, property: Node): boolean {
  for (let node: Node | null = property; node?.type === 'Property';) {
    const object = tree.parentOf(node);
    if (!object || /(?:^k|K|_k)ey$/.test(staticName(node.key, node.computed) ?? '')) return true;
    node = tree.parentOf(wrapped(tree, object));
    const isArgument = node?.type === 'CallExpression' || node?.type === 'NewExpression';
    if (!isArgument && isRow(tree, object)) return true;
  }
  return false;
}

/** A chain of models to try; not a list in which one is looked up, not the pairs that a `Map` is made of. */
function isPlainList(tree: SyntaxTree, list: Node): boolean {
  const outer = wrapped(tree, list);
  const holder = tree.parentOf(outer);
  if (holder?.type === 'ArrayExpression' || isLookedUp(tree, list)) return false;
  const declaration = holder?.type === 'VariableDeclarator' ? tree.parentOf(holder) : null;
  return !declaration || tree.parentOf(declaration)?.type !== 'ExportNamedDeclaration';
}

/** A name given to a member is read as the member itself is. */
function isPlainName(tree: SyntaxTree, name: Node, steps: number): boolean {
  const variable: Variable | null = name.type === 'Identifier' ? tree.variableOf(name) : null;
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.every(({ identifier }) => isPlainValue(tree, identifier, steps));
}

/** `LIST.includes(Model.Smart)`, `LIMITS.get(Model.Smart)` */
function isLookup(callee: Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    /^(?:includes|indexOf|has|get|set|delete|startsWith|endsWith|is|equals?)$/.test(nameOf(callee))
  );
}

function nameOf(member: Node): string {
  return member.type === 'MemberExpression' ? (staticName(member.property, member.computed) ?? '') : '';
}

const containers = /^(?:Promise|Array|ReadonlyArray|Readonly|NonNullable)$/;

/**
 * `(model: Model)`, `model?: Model`, `text as Model`: says what may stand in a place, and asks for no member.
 * `Record<Model, …>`, `[each in Model]`, `keyof typeof Model`, `text is Model` and the types of single members do.
 */
function isPlainType(tree: SyntaxTree, identifier: Node): boolean {
  let node = tree.parentOf(identifier);
  if (node?.type !== 'TSTypeReference' || node.typeName !== identifier) return false;
  for (let user = tree.parentOf(node); user; node = user, user = tree.parentOf(node)) {
    switch (user.type) {
      case 'TSUnionType':
      case 'TSArrayType':
      case 'TSTypeParameterInstantiation':
        continue;
      case 'TSTypeReference':
        if (user.typeName.type === 'Identifier' && containers.test(user.typeName.name)) continue;
        return false;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
        return true;
      case 'TSTypeAnnotation':
        return isPlainPlace(tree, user);
      default:
        return false;
    }
  }
  return false;
}

/** What an annotation is of: a guard tests, an index looks up, and a column with a decorator is stored. */
function isPlainPlace(tree: SyntaxTree, annotation: Node): boolean {
  const place = tree.parentOf(annotation);
  if (!place || place.type === 'TSTypePredicate' || place.type === 'TSIndexSignature') return false;
  if (place.type === 'PropertyDefinition') return place.decorators.length === 0;
  return place.type !== 'Identifier' || tree.parentOf(place)?.type !== 'TSIndexSignature';
}
