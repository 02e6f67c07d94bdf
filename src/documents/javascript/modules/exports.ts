import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** What a module gives to others, by the name they ask for. */
export interface ModuleExports {
  /** The expression or declared identifier behind a name. */
  readonly own: ReadonlyMap<string, Node>;
  /** `export { a as b } from './m'`; `name: null` is `export * as b`. */
  readonly forwarded: ReadonlyMap<string, { readonly specifier: string; readonly name: string | null }>;
  /** `export * from './m'` */
  readonly stars: readonly string[];
}

const known = new WeakMap<SyntaxTree, ModuleExports>();

/** Reads the exports of a module, ESM and CommonJS, once per tree. */
export function exportsOf(tree: SyntaxTree): ModuleExports {
  const memo = known.get(tree);
  if (memo) return memo;
  const exports = {
    own: new Map<string, Node>(),
    forwarded: new Map<string, { specifier: string; name: string | null }>(),
    stars: [],
  };
  for (const statement of tree.program.body) collectStatement(statement, exports);
  known.set(tree, exports);
  return exports;
}

interface Collected {
  readonly own: Map<string, Node>;
  readonly forwarded: Map<string, { specifier: string; name: string | null }>;
  readonly stars: string[];
}

function collectStatement(statement: Node, { own, forwarded, stars }: Collected) {
  if (statement.type === 'ExportDefaultDeclaration') own.set('default', statement.declaration);
  if (statement.type === 'TSExportAssignment') collectAssigned(own, statement.expression);
  if (statement.type === 'ExpressionStatement') collectCommonJs(own, statement.expression);
  if (statement.type === 'ExportAllDeclaration') {
    if (statement.exported)
      forwarded.set(nameOf(statement.exported), { specifier: statement.source.value, name: null });
    else stars.push(statement.source.value);
  }
  if (statement.type !== 'ExportNamedDeclaration') return;
  for (const identifier of statement.declaration ? declaredBy(statement.declaration) : [])
    own.set(identifier.name, identifier);
  for (const { local, exported } of statement.specifiers) {
    if (statement.source) forwarded.set(nameOf(exported), { specifier: statement.source.value, name: nameOf(local) });
    else own.set(nameOf(exported), local);
  }
}

/** `module.exports = …`, `exports.a = …`, `module.exports.a = …`. */
function collectCommonJs(own: Map<string, Node>, expression: Node) {
  if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return;
  const { left, right } = expression;
  if (left.type !== 'MemberExpression') return;
  if (isModuleExports(left)) {
    collectAssigned(own, right);
    return;
  }
  const name = staticName(left.property, left.computed);
  const isExports =
    (left.object.type === 'Identifier' && left.object.name === 'exports') || isModuleExports(left.object);
  // Compilers write `exports.a = exports.b = void 0` first; what counts is the last value.
  if (name !== null && isExports) own.set(name, right);
}

function collectAssigned(own: Map<string, Node>, value: Node) {
  own.set('default', value);
  const object = unwrap(value);
  if (object.type !== 'ObjectExpression') return;
  for (const property of object.properties) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    if (property.type === 'Property' && name !== null) own.set(name, property.value);
  }
}

function isModuleExports(node: Node) {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    staticName(node.property, node.computed) === 'exports'
  );
}

function* declaredBy(declaration: Node): Iterable<Extract<Node, { name: string; type: 'Identifier' }>> {
  if (declaration.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) yield* namesIn(id);
    return;
  }
  const named =
    declaration.type === 'FunctionDeclaration' ||
    declaration.type === 'ClassDeclaration' ||
    declaration.type === 'TSEnumDeclaration' ||
    declaration.type === 'TSImportEqualsDeclaration';
  if (named && declaration.id) yield declaration.id;
}

function* namesIn(pattern: Node): Iterable<Extract<Node, { name: string; type: 'Identifier' }>> {
  if (pattern.type === 'Identifier') yield pattern;
  if (pattern.type === 'AssignmentPattern') yield* namesIn(pattern.left);
  if (pattern.type !== 'ObjectPattern') return;
  for (const property of pattern.properties) if (property.type === 'Property') yield* namesIn(property.value);
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
}
