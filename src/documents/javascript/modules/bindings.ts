import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Something that comes from a module: `path` is what is read off the module, outermost first; `default` for the default export. */
export interface ImportedName {
  readonly module: string;
  readonly path: readonly string[];
}

/** What a variable is declared with, and the members of it that a pattern picks. */
export interface Declared {
  readonly value: Node;
  readonly path: readonly string[];
}

/** What a variable stands for when it is written exactly once, at its declaration: `const a = value`, `const { a: { b } } = value`. */
export function declaredWith(variable: Variable): Declared | null {
  const definition = variable.defs.length === 1 ? variable.defs[0] : undefined;
  if (definition?.node.type !== 'VariableDeclarator' || !definition.node.init || isReassigned(variable)) return null;
  const path = pickedPath(definition.node.id, definition.name);
  return path ? { value: definition.node.init, path } : null;
}

const reassigned = new WeakMap<Variable, boolean>();

/** Asked for every use of a variable, so answered once. */
function isReassigned(variable: Variable): boolean {
  const known = reassigned.get(variable);
  if (known !== undefined) return known;
  const answer = variable.references.some((reference) => reference.isWrite() && !reference.init);
  reassigned.set(variable, answer);
  return answer;
}

/** Resolves an expression to the module it comes from: ESM, CommonJS, dynamic import, namespace, alias, compiled `x_1.Y`. */
export function importedName(tree: SyntaxTree, expression: Node, depth = 0): ImportedName | null {
  if (depth > 8) return null;
  const node = unwrap(expression);
  switch (node.type) {
    case 'MemberExpression':
      return below(importedName(tree, node.object, depth + 1), staticName(node.property, node.computed));
    case 'TSQualifiedName':
      return below(importedName(tree, node.left, depth + 1), node.right.name);
    case 'AwaitExpression':
      return importedName(tree, node.argument, depth + 1);
    case 'ImportExpression':
      return moduleNamed(node.source);
    case 'CallExpression':
      return requiredModule(tree, node, depth);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last ? importedName(tree, last, depth + 1) : null;
    }
    case 'Identifier':
    case 'JSXIdentifier': {
      const variable = tree.variableOf(node);
      return variable ? importedVariable(tree, variable, depth) : null;
    }
    default:
      return null;
  }
}

function below(owner: ImportedName | null, ...path: readonly (string | null)[]): ImportedName | null {
  const names = path.filter((name) => name !== null);
  return owner && names.length === path.length ? { module: owner.module, path: [...owner.path, ...names] } : null;
}

function importedVariable(tree: SyntaxTree, variable: Variable, depth: number): ImportedName | null {
  const definition = variable.defs.length === 1 ? variable.defs[0] : undefined;
  if (!definition) return null;
  const { node, parent } = definition;
  if (node.type === 'TSImportEqualsDeclaration') {
    const target = node.moduleReference;
    return target.type === 'TSExternalModuleReference'
      ? moduleNamed(target.expression)
      : importedName(tree, target, depth + 1);
  }
  if (parent?.type === 'ImportDeclaration') {
    const module = parent.source.value;
    if (node.type === 'ImportSpecifier')
      return { module, path: [node.imported.type === 'Identifier' ? node.imported.name : node.imported.value] };
    return { module, path: node.type === 'ImportDefaultSpecifier' ? ['default'] : [] };
  }
  const declared = declaredWith(variable);
  return declared ? below(importedName(tree, declared.value, depth + 1), ...declared.path) : null;
}

/** `const { A: { B: c } } = m` picks `A.B` for `c`; so does a parameter. */
export function pickedPath(pattern: Node, target: Node): readonly string[] | null {
  if (pattern === target) return [];
  if (pattern.type === 'AssignmentPattern') return pickedPath(pattern.left, target);
  if (pattern.type !== 'ObjectPattern') return null;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const name = staticName(property.key, property.computed);
    const inner = name === null ? null : pickedPath(property.value, target);
    if (name !== null && inner) return [name, ...inner];
  }
  return null;
}

/** What TypeScript and Babel wrap around `require('m')`: the module in another form. */
const wrappers = /^_*(?:importStar|importDefault|interopRequireWildcard|interopRequireDefault|toESM)$/;

function requiredModule(tree: SyntaxTree, node: Node, depth: number): ImportedName | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [argument] = node.arguments;
  if (!argument) return null;
  if (callee.type === 'Identifier' && callee.name === 'require')
    return (tree.variableOf(callee)?.defs.length ?? 0) === 0 ? moduleNamed(argument) : null;
  return wrappers.test(lastName(callee)) ? importedName(tree, argument, depth + 1) : null;
}

/** `importStar` of `tslib_1.importStar` and of `(0, tslib_1.importStar)`. */
function lastName(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  const last = callee.type === 'SequenceExpression' ? callee.expressions.at(-1) : undefined;
  if (last) return lastName(last);
  return callee.type === 'MemberExpression' ? (staticName(callee.property, callee.computed) ?? '') : '';
}

function moduleNamed(source: Node): ImportedName | null {
  const name = staticName(source, true);
  return name === null ? null : { module: name, path: [] };
}
