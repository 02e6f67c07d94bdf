import type { Range } from '../facts.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName, unwrap } from './unwrap.js';

/** Templates, concatenations and joins that put a geography before an ID: `${geo}.${modelId}`, `'us.' + modelId`. */
export function collectGeographyBuilders(tree: SyntaxTree): Range[] {
  const ranges: Range[] = [];
  for (const template of tree.all('TemplateLiteral')) {
    const builds = template.expressions.some((hole, index) => {
      const before = template.quasis[index]?.value.raw ?? '';
      return (geographyBefore.test(before) || (before === '.' && index > 0)) && namesModel(tree, hole);
    });
    if (builds) ranges.push(template.range);
  }
  for (const sum of tree.all('BinaryExpression')) {
    const before = sum.operator === '+' ? textBefore(sum.left) : null;
    if (before !== null && namesModel(tree, sum.right)) ranges.push(sum.range);
  }
  for (const call of tree.all('CallExpression')) if (joinsGeography(tree, call)) ranges.push(call.range);
  return ranges.sort((one, other) => one[0] - other[0]);
}

const geographyBefore = /(?:^|\/)(?:us|eu|apac|ap|jp|au|ca|in|us-gov|global)\.$/;

/** `'us.'`, or the dot of `geo + '.'`. */
function textBefore(left: Node): string | null {
  const text = staticName(left, true);
  if (text !== null) return geographyBefore.test(text) ? text : null;
  return left.type === 'BinaryExpression' && left.operator === '+' && staticName(left.right, true) === '.' ? '.' : null;
}

/** `[geo, modelId].join('.')` */
function joinsGeography(tree: SyntaxTree, call: Node): boolean {
  if (
    call.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression' ||
    staticName(call.callee.property, call.callee.computed) !== 'join'
  )
    return false;
  const [separator] = call.arguments;
  const list = unwrap(call.callee.object);
  const model = list.type === 'ArrayExpression' && list.elements.length > 1 ? list.elements.at(-1) : null;
  return separator !== undefined && staticName(separator, true) === '.' && Boolean(model && namesModel(tree, model));
}

function namesModel(tree: SyntaxTree, node: Node): boolean {
  return /model|\bid$|Id$/i.test(tree.text.slice(node.range[0], node.range[1]));
}
