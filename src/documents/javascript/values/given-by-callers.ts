import { definitionOf, propertyOf } from './objects.js';
import { deeper, type Located, type Reach } from './reach.js';
import { callsOf } from './callers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** More callers than this, and a function is a library of its own. */
const maximumCallers = 8;

/**
 * What the callers of a function give for a property of a parameter, `({ modelId }) => …` or `options.modelId`, when all of them are in this file;
 * `null` where one may be unseen. A caller that gives none counts for nothing.
 */
export function givenByCallers({ tree, node }: Located, reach: Reach): readonly Located[] | null {
  const next = deeper(reach);
  const picked = next && parameterAt(tree, node);
  const name = picked?.name ?? null;
  const calls = picked && name !== null ? callsOf(tree, picked.owner) : null;
  if (!picked || name === null || !calls || calls.length === 0 || calls.length > maximumCallers) return null;
  const found: Located[] = [];
  for (const call of calls) {
    const leading = call.type === 'CallExpression' ? call.arguments.slice(0, picked.index + 1) : [];
    const argument = leading[picked.index];
    if (!argument || leading.some(({ type }) => type === 'SpreadElement')) return null;
    const object = definitionOf({ tree, node: argument }, next);
    if (object?.node.type !== 'ObjectExpression') return null;
    const property = propertyOf(object, name, next);
    if (property) found.push({ tree: property.tree, node: property.value });
    else if (object.node.properties.some(({ type }) => type === 'SpreadElement')) return null;
  }
  return found;
}

/** A parameter of a function, or a property of it. */
export interface Parameter {
  readonly owner: Node;
  readonly index: number;
  /** `null` for the parameter itself. */
  readonly name: string | null;
}

/** The parameter that an expression reads: `modelId` of `(modelId) => …` and `({ modelId }) => …`, `options.modelId`; `null` for anything else. */
export function parameterAt(tree: SyntaxTree, expression: Node): Parameter | null {
  const node = unwrap(expression);
  if (node.type === 'MemberExpression') {
    const name = staticName(node.property, node.computed);
    const parameter = parameterOf(tree, unwrap(node.object));
    return parameter && name !== null && parameter.declared === parameter.pattern ? { ...parameter, name } : null;
  }
  const parameter = parameterOf(tree, node);
  if (parameter && parameter.declared === parameter.pattern) return { ...parameter, name: null };
  if (parameter?.pattern.type !== 'ObjectPattern') return null;
  for (const property of parameter.pattern.properties) {
    if (property.type !== 'Property') continue;
    const value = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const name = staticName(property.key, property.computed);
    if (value === parameter.declared && name !== null) return { ...parameter, name };
  }
  return null;
}

/** The parameter of a function that a name belongs to, unless it is written to. */
function parameterOf(tree: SyntaxTree, name: Node) {
  const variable = name.type === 'Identifier' ? tree.variableOf(name) : null;
  const [definition, another] = variable?.defs ?? [];
  if (definition?.type !== 'Parameter' || another || !('params' in definition.node)) return null;
  if (variable?.references.some((reference) => reference.isWrite() && !reference.init)) return null;
  const { node: owner, name: declared } = definition;
  const index = owner.params.findIndex(({ range }) => range[0] <= declared.range[0] && declared.range[1] <= range[1]);
  const parameter = owner.params[index];
  const pattern = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  return pattern ? { owner, index, declared, pattern } : null;
}
