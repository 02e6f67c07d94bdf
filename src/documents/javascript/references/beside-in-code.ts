import type { BesideSetting, WrittenMap, WrittenValue } from '../../beside-request.js';
import { entryName, isWrittenMap, settingsBeside } from '../../beside-request.js';
import { declaredWith } from '../modules/bindings.js';
import { deeper, definitionOf, type Located, type Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';

/** An object that an ID gets into. */
interface Holder {
  readonly node: Node;
  /** The ID stands in it as it is; otherwise something is made of it on the way: a construct, a named constant. */
  readonly isDirect: boolean;
}

/** Steps from an ID to the object that names it. */
const deepest = 5;
/** More uses than this make a constant everybody's. */
const mostUses = 8;

/** What the object that an ID is put into asks for, and the bodies inside it: the task of a state machine that code describes. */
export function besideInCode(tree: SyntaxTree, node: Node, reach: Reach): readonly BesideSetting[] {
  return holdersOf(tree, node, true, 0).flatMap(({ node: object, isDirect }) => {
    const map = writtenMap({ tree, node: object }, reach, nested);
    return map ? settingsBeside(map, !isDirect) : [];
  });
}

function holdersOf(tree: SyntaxTree, start: Node, isDirect: boolean, depth: number): readonly Holder[] {
  if (depth > deepest) return [];
  const node = wrapped(tree, start);
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'LogicalExpression':
      return holdersOf(tree, parent, isDirect, depth + 1);
    case 'Property': {
      const object = parent.value === node ? tree.parentOf(parent) : null;
      if (object?.type !== 'ObjectExpression') return [];
      // `{ aiModel: { resourcePath: '…' }, inferenceConfiguration: { … } }` of AWS Amplify.
      const isPath = staticName(parent.key, parent.computed) === 'resourcePath';
      return [{ node: object, isDirect }, ...(isPath ? holdersOf(tree, object, isDirect, depth + 1) : [])];
    }
    case 'NewExpression':
    case 'CallExpression':
      return parent.callee === node ? [] : holdersOf(tree, parent, false, depth + 1);
    case 'VariableDeclarator': {
      const variable = parent.init === node && parent.id.type === 'Identifier' ? tree.variableOf(parent.id) : null;
      const uses = variable && declaredWith(variable) ? variable.references.filter(({ init }) => init !== true) : [];
      return uses.length > mostUses
        ? []
        : uses.flatMap(({ identifier }) => holdersOf(tree, identifier, false, depth + 1));
    }
    default:
      return [];
  }
}

/** No body of a request lies deeper. */
const nested = 5;
/** Objects with more properties are tables. */
const mostProperties = 100;

function writtenMap({ tree, node }: Located, reach: Reach, depth: number): WrittenMap | null {
  if (node.type !== 'ObjectExpression' || node.properties.length > mostProperties || depth === 0) return null;
  const entries = new Map<string, WrittenValue>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = written({ tree, node: property.argument }, reach, depth);
      if (isWrittenMap(spread)) for (const [key, value] of spread.entries) entries.set(key, value);
      continue;
    }
    const name = staticName(property.key, property.computed);
    // `TEMPERATURE` is a setting of the program, for whichever request.
    if (name !== null && name !== name.toUpperCase() && !isUndefined(property.value))
      entries.set(entryName(name), written({ tree, node: property.value }, reach, depth - 1));
  }
  return { entries };
}

function isUndefined(node: Node) {
  return node.type === 'Identifier' && node.name === 'undefined';
}

function written(place: Located, reach: Reach, depth: number): WrittenValue {
  const next = deeper(reach);
  const found = next && depth > 0 ? definitionOf(place, next) : null;
  if (!next || !found) return null;
  const { tree } = found;
  const node = unwrap(found.node);
  switch (node.type) {
    case 'ObjectExpression':
      return writtenMap({ tree, node }, next, depth);
    case 'ArrayExpression': {
      // Of a list only the end is asked for.
      const last = node.elements.at(-1);
      return last ? [written({ tree, node: last }, next, depth)] : [];
    }
    case 'CallExpression': {
      const callee = unwrap(node.callee);
      const name = callee.type === 'MemberExpression' ? staticName(callee.property, callee.computed) : null;
      const [argument] = node.arguments;
      // `sfn.TaskInput.fromObject({ … })`, `JSON.stringify({ … })`
      return argument && (name === 'fromObject' || name === 'stringify')
        ? written({ tree, node: argument }, next, depth)
        : null;
    }
    default: {
      const value = staticValue({ tree, node }, next);
      return value.kind === 'text' ? value.text : value.kind === 'number' ? value.number : null;
    }
  }
}
