import type { Entry } from '../../entry.js';
import { statementObstacle } from '../../statement-obstacle.js';
import { isPolicyKey } from './policies.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

const unseen = 'the statement it is granted in is not in sight';

/** The resource of a grant that a text is, alone or in a list; `null` where it is computed. */
export function grantEntry(tree: SyntaxTree, start: Node): Entry | null {
  const element = resourceOf(tree, start);
  const parent = tree.parentOf(element);
  if (parent?.type === 'ArrayExpression')
    return {
      range: element.range,
      container: parent.range,
      form: 'brackets',
      fields: [],
      obstacle: obstacleOfList(tree, parent, 3),
    };
  // IAM takes one resource or a list of them; what else has resources may not.
  if (parent?.type !== 'Property' || parent.value !== element || nameOf(parent) !== 'Resource') return null;
  const obstacle = obstacleOfProperty(tree, parent);
  return { range: element.range, container: element.range, form: 'alone', fields: [], obstacle };
}

/** The text with `as const` or the `Fn.sub(…)` around it. */
function resourceOf(tree: SyntaxTree, start: Node): Node {
  let node = start;
  for (let parent = tree.parentOf(node); parent; parent = tree.parentOf(node)) {
    if (!isAssertion(parent) && !isSubstitution(parent, node)) return node;
    node = parent;
  }
  return node;
}

function isAssertion({ type }: Node) {
  return type === 'TSAsExpression' || type === 'TSSatisfiesExpression' || type === 'TSNonNullExpression';
}

function isSubstitution(call: Node, argument: Node) {
  if (call.type !== 'CallExpression' || call.arguments.length !== 1 || call.arguments[0] !== argument) return false;
  const { callee } = call;
  return callee.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'sub';
}

function obstacleOfList(tree: SyntaxTree, list: Node, depth: number): string | null {
  let node = list;
  let parent = tree.parentOf(node);
  while (parent && (isAssertion(parent) || parent.type === 'SpreadElement' || parent.type === 'ArrayExpression')) {
    node = parent;
    parent = tree.parentOf(node);
  }
  if (parent?.type === 'Property' && parent.value === node) return obstacleOfProperty(tree, parent);
  if (depth === 0 || parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return unseen;
  const uses = (tree.variableOf(parent.id)?.references ?? []).filter(({ init }) => !init);
  if (uses.length === 0) return unseen;
  for (const { identifier } of uses) {
    const obstacle = obstacleOfList(tree, identifier, depth - 1);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

function obstacleOfProperty(tree: SyntaxTree, property: Node): string | null {
  const statement = tree.parentOf(property);
  const name = nameOf(property);
  if (statement?.type !== 'ObjectExpression' || !isPolicyKey(name)) return unseen;
  const sourceOf = (key: RegExp) => {
    const found = statement.properties.find((one) => one.type === 'Property' && key.test(nameOf(one)));
    return found?.type === 'Property' ? tree.text.slice(found.value.range[0], found.value.range[1]) : null;
  };
  return statementObstacle({
    resources: name,
    effect: sourceOf(/^effect$/i),
    actions: sourceOf(/^actions?$/i),
    condition: sourceOf(/^conditions?$/i),
  });
}

function nameOf(property: Node): string {
  return property.type === 'Property' ? (staticName(property.key, property.computed) ?? '') : '';
}
