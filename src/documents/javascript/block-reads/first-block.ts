import { declaredWith } from '../modules/bindings.js';
import type { ElementPlace, NamePlace } from '../../block-read.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { Variable } from '@typescript-eslint/scope-manager';
import { type NestedPattern, nestedPattern } from './nested-pattern.js';

/** The first element of a list of blocks, where code picks it. */
export interface FirstBlock {
  /** The list it is picked from. */
  readonly list: Node;
  readonly element: ElementPlace;
  /** What picks it: `list[0]`, or the pattern. */
  readonly place: Node;
  /** The name it is given, where it is read by that. */
  readonly variable: Variable | null;
  /** `[block]`, where a pattern picks it. */
  readonly name: NamePlace | null;
  /** `{ content: [block] }`, where the list itself has no name. */
  readonly nested: NestedPattern | null;
}

/** The first block that an expression stands for: picked on the spot, or under the name it was given; `null` for any other block. */
export function firstBlock(tree: SyntaxTree, expression: Node): FirstBlock | null {
  const node = unwrap(expression);
  const picked = node.type === 'Identifier' ? firstByName(tree, node) : firstInPlace(tree, node);
  return picked && (picked.nested || isWholeList(tree, picked.list)) ? picked : null;
}

/** `const [{ text }] = list`, `const { text } = list[0]`: the first block that a pattern takes apart. */
export function firstInPattern(tree: SyntaxTree, pattern: Node): FirstBlock | null {
  const outer = tree.parentOf(pattern);
  if (outer?.type === 'VariableDeclarator' && outer.id === pattern && outer.init) return firstBlock(tree, outer.init);
  const found = outer?.type === 'ArrayPattern' ? firstOfPattern(tree, outer, pattern) : null;
  return found && (found.nested || isWholeList(tree, found.list)) ? found : null;
}

/** `list[0]`, `list?.[0]`, `list.at(0)` */
function firstInPlace(tree: SyntaxTree, node: Node): FirstBlock | null {
  const found = (list: Node, isOptional: boolean): FirstBlock => ({
    list,
    element: { range: [endOf(tree, list), node.range[1]], isOptional },
    place: node,
    variable: null,
    name: null,
    nested: null,
  });
  if (node.type === 'MemberExpression')
    return node.computed && staticName(node.property, true) === '0' ? found(node.object, node.optional) : null;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const { callee } = node;
  const [index] = node.arguments;
  const isFirst = staticName(callee.property, callee.computed) === 'at' && index && staticName(index, true) === '0';
  return isFirst ? found(callee.object, callee.optional) : null;
}

/** The end of an expression, with the brackets around it. */
function endOf({ text }: SyntaxTree, { range }: Node): number {
  let end = range[1];
  while (/[\s)]/.test(text.charAt(end))) end++;
  return text.slice(range[1], end).includes(')') ? text.lastIndexOf(')', end) + 1 : range[1];
}

function firstByName(tree: SyntaxTree, name: Node): FirstBlock | null {
  const variable = tree.variableOf(name);
  const [definition] = variable?.defs ?? [];
  if (variable?.defs.length !== 1 || !definition) return null;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return null;
  const { name: declared, node } = definition;
  const isWhole = node.type === 'VariableDeclarator' && node.id.type === 'Identifier';
  const pattern = tree.parentOf(declared);
  const found = isWhole
    ? node.init && firstInPlace(tree, unwrap(node.init))
    : pattern && firstOfPattern(tree, pattern, declared);
  return found && { ...found, variable };
}

/** `const [first] = list` */
function firstOfPattern(tree: SyntaxTree, pattern: Node, element: Node): FirstBlock | null {
  const nested = nestedPattern(tree, element);
  if (nested) {
    const { property, array } = nested;
    const [, end] = property.key.range;
    const range = [end, end] as const;
    return {
      list: property.key,
      element: { range, isOptional: false },
      place: array,
      variable: null,
      name: null,
      nested,
    };
  }
  const declarator = tree.parentOf(pattern);
  if (pattern.type !== 'ArrayPattern' || pattern.elements[0] !== element) return null;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== pattern || !declarator.init) return null;
  const { init } = declarator;
  const isAlone = pattern.elements.length === 1 && !pattern.typeAnnotation;
  const end = endOf(tree, init);
  return {
    list: init,
    element: { range: [end, end], isOptional: false },
    place: pattern,
    variable: null,
    name: isAlone && element.type === 'Identifier' ? { range: pattern.range, name: element.name } : null,
    nested: null,
  };
}

/** What a call gives, `content.filter(…)`, may begin with the block that is meant. */
function isWholeList(tree: SyntaxTree, expression: Node): boolean {
  const list = unwrap(expression);
  if (list.type === 'MemberExpression') return true;
  const variable = list.type === 'Identifier' ? tree.variableOf(list) : null;
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return false;
  if (definition.node.type !== 'VariableDeclarator') return true;
  const declared = declaredWith(variable);
  return declared !== null && (declared.path.length > 0 || isWholeList(tree, declared.value));
}
