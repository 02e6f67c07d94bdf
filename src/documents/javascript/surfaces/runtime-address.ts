import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import type { CallSite } from './call-site.js';

export type Operation = 'converse' | 'converse-stream' | 'invoke' | 'invoke-with-response-stream' | 'messages';

/** An address or path of a model on Bedrock, as written. */
export interface RuntimeAddress {
  readonly node: Node;
  readonly operation: Operation;
  /** Who is called, where the address says it. */
  readonly model: Pick<CallSite, 'model' | 'modelText'>;
}

const inPath = /\/model\/([^/\s?]+)\/(converse-stream|converse|invoke-with-response-stream|invoke)(?=$|[?#])/;
const messages = /bedrock-mantle[^/\s]*\/anthropic\/v1\/messages(?=$|[?#])/;
const addresses = /\/model\/|bedrock-mantle/;

/** The addresses in a file under which a model is called; looked for only in files that hold one. */
export function runtimeAddresses(tree: SyntaxTree): readonly RuntimeAddress[] {
  if (!addresses.test(tree.text)) return [];
  const mentionsBedrock = /bedrock/i.test(tree.text);
  return [...tree.all('Literal'), ...tree.all('TemplateLiteral')].flatMap((node) => {
    const text = textOf(tree, node);
    const found = text === null ? null : addressIn(tree, node, text);
    // `/model/x/invoke` may be anybody's path.
    return found && (mentionsBedrock || text?.includes('anthropic') === true) ? [found] : [];
  });
}

/** The text, with a mark in place of every hole of a template. */
function textOf(tree: SyntaxTree, node: Node): string | null {
  if (node.type === 'Literal')
    return typeof node.value === 'string' &&
      addresses.test(node.value) &&
      tree.parentOf(node)?.type !== 'ImportDeclaration'
      ? node.value
      : null;
  if (node.type !== 'TemplateLiteral' || !node.quasis.some(({ value }) => addresses.test(value.raw))) return null;
  return node.quasis
    .map(({ value }, index) => (value.cooked ?? '') + (index < node.expressions.length ? mark(index) : ''))
    .join('');
}

function mark(index: number) {
  return `\u{0}${index}\u{0}`;
}

function addressIn(tree: SyntaxTree, node: Node, text: string): RuntimeAddress | null {
  if (messages.test(text)) return { node, operation: 'messages', model: { model: null } };
  const [, id = '', operation] = inPath.exec(text) ?? [];
  if (operation === undefined) return null;
  // The pattern names the operations.
  return { node, operation: operation as Operation, model: modelIn(tree, node, id) };
}

function modelIn(tree: SyntaxTree, node: Node, id: string): RuntimeAddress['model'] {
  const hole = /^\0(\d+)\0$/.exec(id)?.[1];
  const expression = node.type === 'TemplateLiteral' && hole !== undefined ? node.expressions[Number(hole)] : undefined;
  if (expression) return { model: { tree, node: withoutEncoding(expression) } };
  if (id.includes('\0')) return { model: null };
  return { model: null, modelText: { text: decoded(id), range: node.range, path: tree.path } };
}

/** `encodeURIComponent(modelId)` */
function withoutEncoding(expression: Node): Node {
  const node = unwrap(expression);
  const [argument] = node.type === 'CallExpression' ? node.arguments : [];
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : null;
  const isEncoding =
    (callee?.type === 'Identifier' && callee.name === 'encodeURIComponent') ||
    (callee?.type === 'MemberExpression' && staticName(callee.property, callee.computed) === 'encodeURIComponent');
  return isEncoding && argument ? argument : node;
}

function decoded(id: string) {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
