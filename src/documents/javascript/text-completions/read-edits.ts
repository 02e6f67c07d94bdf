import { codeStyleOf } from '../../../edits/code-style.js';
import type { TextEdit } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import type { AnswerEdits } from './answer-edits.js';
import type { AnswerRead } from './answer-uses.js';
import { chunkGuard } from './chunk-guard.js';

/** Reads of a text completion's answer, as reads of a Messages answer: text blocks joined, or the text of an event. */
export function readEdits(tree: SyntaxTree, reads: readonly AnswerRead[]): AnswerEdits {
  const guarded = chunkGuard(tree, reads);
  if (guarded) return { edits: guarded };
  const edits: TextEdit[] = [];
  for (const read of reads) {
    const found = read.node.type === 'Property' ? editPattern(tree, read) : editMember(tree, read);
    if (!found) return { obstacle: obstacleTo(tree, read) };
    edits.push(...found);
  }
  return { edits };
}

function obstacleTo(tree: SyntaxTree, { node }: AnswerRead) {
  const code = tree.text.slice(...node.range);
  return `its answer is read in a way that no edit can carry over: \`${code.length > 40 ? `${code.slice(0, 40)}…` : code}\``;
}

/** `parsed.completion`, `parsed.stop_reason`, `parsed.stop`. */
function editMember(tree: SyntaxTree, { name, node, use }: AnswerRead): readonly TextEdit[] | null {
  if (node.type !== 'MemberExpression' || node.computed || isWritten(tree, node)) return null;
  const { range } = node.property;
  const isEvent = use.value.kind === 'event';
  switch (name) {
    case 'completion': {
      if (!isEvent) return [{ range, text: `content${joinedText(tree)}` }];
      const whole = outerChain(tree, node);
      if (isTest(tree, whole)) return [{ range, text: 'delta?.text' }];
      const text = `delta?.text ?? ${emptyText(tree)}`;
      return standsAlone(tree, whole)
        ? [{ range, text }]
        : [
            { range: [whole.range[0], whole.range[0]], text: '(' },
            { range, text: `${text})` },
          ];
    }
    case 'stop_reason':
      return isEvent ? [{ range, text: 'delta?.stop_reason' }] : [];
    case 'stop':
      return [{ range, text: isEvent ? 'delta?.stop_sequence' : 'stop_sequence' }];
    default:
      return name?.startsWith('amazon-bedrock-') === true ? [] : null;
  }
}

/** `const { completion } = JSON.parse(…)`. */
function editPattern(tree: SyntaxTree, { name, node, use }: AnswerRead): readonly TextEdit[] | null {
  const pattern = tree.parentOf(node);
  const declarator = pattern && tree.parentOf(pattern);
  if (node.type !== 'Property' || pattern?.type !== 'ObjectPattern' || declarator?.type !== 'VariableDeclarator')
    return null;
  const { init } = declarator;
  const isOnly = pattern.properties.length === 1 && !pattern.typeAnnotation && node.value.type === 'Identifier';
  if (name !== 'completion' || !isOnly || !init || node.value.type !== 'Identifier') return null;
  const isClosed = init.type === 'CallExpression' || init.type === 'MemberExpression' || init.type === 'Identifier';
  const behind = use.value.kind === 'event' ? `.delta?.text ?? ${emptyText(tree)}` : `.content${joinedText(tree)}`;
  const [start, end] = init.range;
  return [
    { range: pattern.range, text: node.value.name },
    ...(isClosed ? [] : [{ range: [start, start] as const, text: '(' }]),
    { range: [end, end], text: `${isClosed ? '' : ')'}${behind}` },
  ];
}

/** What comes behind `content`. Blocks that are no text have no `text`. */
function joinedText(tree: SyntaxTree): string {
  const block = isTyped(tree) ? '(block: { text?: string })' : '(block)';
  return `.map(${block} => block.text ?? ${emptyText(tree)}).join(${emptyText(tree)})`;
}

function emptyText(tree: SyntaxTree): string {
  return codeStyleOf(tree.text).quote.repeat(2);
}

/** Whether a file is checked by TypeScript, which wants a type for a parameter of which it knows nothing. */
function isTyped(tree: SyntaxTree): boolean {
  return /\.[cm]?tsx?$/.test(tree.path);
}

/** `a?.completion`, with the chain around it. */
function outerChain(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parentOf(node);
  return parent?.type === 'ChainExpression' ? parent : node;
}

/** Whether only the truth of an expression counts. */
function isTest(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    case 'LogicalExpression': {
      if (parent.operator === '??') return false;
      const isCondition = parent.operator === '&&' && parent.left === node;
      return isTest(tree, parent) || (isCondition && tree.parentOf(parent)?.type === 'ExpressionStatement');
    }
    default:
      return false;
  }
}

/** Whether `a ?? b` may stand where the expression stands. */
function standsAlone(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee !== node;
    case 'IfStatement':
    case 'VariableDeclarator':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ArrayExpression':
    case 'Property':
    case 'TemplateLiteral':
    case 'YieldExpression':
      return true;
    case 'AssignmentExpression':
      return parent.right === node;
    default:
      return false;
  }
}

function isWritten(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parentOf(node);
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    parent?.type === 'UpdateExpression' ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
}
