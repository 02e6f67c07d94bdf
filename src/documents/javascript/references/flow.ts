import type { Variable } from '@typescript-eslint/scope-manager';
import type { CallSites } from '../calls/call-sites.js';
import type { CallSite } from '../surfaces/call-site.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';

/** Where the value of an expression ends up, as far as this file tells. */
export interface Flow {
  readonly site: CallSite | null;
  readonly foreignClient: string | null;
  /** It is used only when something else is absent. */
  readonly isDefault: boolean;
}

/** Follows a value upwards to the model slot it fills, when it can go nowhere else; `null` otherwise. */
export function flowOf(tree: SyntaxTree, start: Node, calls: CallSites): Flow | null {
  let node = start;
  let isDefault = false;
  for (;;) {
    const site = calls.slots.get(node) ?? null;
    const foreignClient = calls.foreign.get(node) ?? null;
    if (site || foreignClient) return { site, foreignClient, isDefault };
    const parent = tree.parentOf(node);
    if (!parent) return null;
    if (parent.type === 'LogicalExpression' && parent.operator !== '&&') {
      isDefault ||= parent.right === node;
      node = parent;
    } else if (passesOn(parent, node)) {
      node = parent;
    } else if (parent.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier') {
      const variable = tree.variableOf(parent.id);
      const flow = variable ? flowOfVariable(tree, variable, calls) : null;
      return flow ? { ...flow, isDefault: isDefault || flow.isDefault } : null;
    } else if (parent.type === 'AssignmentPattern' && parent.right === node && parent.left.type === 'Identifier') {
      const variable = tree.variableOf(parent.left);
      const flow = variable ? flowOfVariable(tree, variable, calls) : null;
      return flow ? { ...flow, isDefault: true } : null;
    } else return null;
  }
}

function passesOn(parent: Node, node: Node): boolean {
  switch (parent.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ChainExpression':
    case 'TemplateLiteral':
      return true;
    case 'ConditionalExpression':
      return parent.test !== node;
    case 'BinaryExpression':
      return parent.operator === '+';
    default:
      return false;
  }
}

/** A variable flows to a call when every use of it fills a model slot or only shows it to people. */
function flowOfVariable(tree: SyntaxTree, variable: Variable, calls: CallSites): Flow | null {
  let found: Flow | null = null;
  for (const reference of variable.references) {
    if (reference.init) continue;
    if (reference.isWrite()) return null;
    // A variable's own uses are followed one step: a chain of variables is a constant, not a request.
    const flow = slotOf(tree, reference.identifier, calls);
    if (!flow && !isShown(tree, reference.identifier)) return null;
    found ??= flow;
  }
  return isExported(tree, variable) ? null : found;
}

function slotOf(tree: SyntaxTree, identifier: Node, calls: CallSites): Flow | null {
  let node: Node | null = identifier;
  while (node) {
    const site = calls.slots.get(node) ?? null;
    const foreignClient = calls.foreign.get(node) ?? null;
    if (site || foreignClient) return { site, foreignClient, isDefault: false };
    const parent = tree.parentOf(node);
    node =
      parent && (passesOn(parent, node) || (parent.type === 'LogicalExpression' && parent.operator !== '&&'))
        ? parent
        : null;
  }
  return null;
}

/** Logging shows a value and decides nothing. */
export function isShown(tree: SyntaxTree, identifier: Node): boolean {
  let node = tree.parentOf(identifier);
  while (node?.type === 'TemplateLiteral' || node?.type === 'Property' || node?.type === 'ObjectExpression')
    node = tree.parentOf(node);
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const owner = node.callee.object;
  return owner.type === 'Identifier' && /^(?:console|logger|log)$/.test(owner.name);
}

export function isExported(tree: SyntaxTree, variable: Variable): boolean {
  const declarator = variable.defs[0]?.node;
  const declaration = declarator ? tree.parentOf(declarator) : null;
  if (declaration && tree.parentOf(declaration)?.type === 'ExportNamedDeclaration') return true;
  return variable.references.some(({ identifier }) => tree.parentOf(identifier)?.type.startsWith('Export') === true);
}
