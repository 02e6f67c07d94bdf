import type { Range } from '../facts.js';
import type { Node, SyntaxTree } from './syntax-tree.js';

/** Templates and concatenations that put a geography before an ID: `${geo}.${modelId}`, `'us.' + modelId`. */
export function collectGeographyBuilders(tree: SyntaxTree): Range[] {
  const ranges: Range[] = [];
  for (const template of tree.all('TemplateLiteral')) {
    template.expressions.forEach((hole, index) => {
      const before = template.quasis[index]?.value.raw ?? '';
      if (namesModel(tree, hole) && (geographyBefore.test(before) || (before === '.' && index > 0))) ranges.push(template.range);
    });
  }
  for (const sum of tree.all('BinaryExpression')) {
    const { left, right, operator } = sum;
    if (operator === '+' && left.type === 'Literal' && typeof left.value === 'string' && geographyBefore.test(left.value) && namesModel(tree, right)) ranges.push(sum.range);
  }
  return ranges;
}

const geographyBefore = /(?:^|\/)(?:us|eu|apac|ap|jp|au|ca|in|us-gov|global)\.$/;

function namesModel(tree: SyntaxTree, node: Node): boolean {
  return /model|\bid$|Id$/i.test(tree.text.slice(node.range[0], node.range[1]));
}
