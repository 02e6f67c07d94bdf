import { posix } from 'node:path';
import type { CompletionPrompt, CompletionRequest } from '../../text-completion.js';
import type { Prompt } from '../../prompt.js';
import { isWithin } from '../answer/functions.js';
import type { Reach } from '../reach.js';
import type { Node, SyntaxTree } from '../syntax-tree.js';
import { staticName, unwrap } from '../unwrap.js';
import type { KnownCall } from './collect-text-completions.js';
import { isPrompt } from './prompt-marks.js';
import { isWrittenText } from './prompt-pieces.js';
import { termsOf } from '../terms-of.js';

/** Texts in the form of a text-completion prompt that no request of the file is seen to send. */
export function completionPrompts(
  tree: SyntaxTree,
  calls: readonly KnownCall[],
  requests: readonly CompletionRequest[],
  reach: Reach,
): readonly CompletionPrompt[] {
  if (!tree.text.includes('Human:') || !tree.text.includes('Assistant:')) return [];
  const texts = textsIn(tree).filter((node) => isPrompt(wordsOf(node)) && !isContent(tree, node));
  if (texts.length === 0 || !isOfBedrock(tree, reach)) return [];
  const sent = calls.flatMap(({ call: { prompt } }) => placesIn(prompt, tree.path));
  return texts.flatMap((node): CompletionPrompt[] => {
    const isRequest = requests.some(({ range: [start, end] }) => start < node.range[1] && node.range[0] < end);
    const isMessage = sent.some(([start, end]) => start < node.range[1] && node.range[0] < end);
    return isRequest || isMessage ? [] : [{ kind: 'prompt', range: node.range }];
  });
}

/** Texts as they are put together: the whole sum or list rather than its parts. */
function textsIn(tree: SyntaxTree): readonly Node[] {
  const candidates: Node[] = [
    ...tree.all('BinaryExpression').filter((node) => isWrittenText(node)),
    ...tree.all('ArrayExpression'),
    ...tree.all('TemplateLiteral'),
    ...tree.all('Literal').filter(({ value }) => typeof value === 'string'),
  ].filter((node) => /Human:/.test(tree.text.slice(...node.range)));
  const whole: Node[] = [];
  for (const node of candidates)
    if (isPrompt(wordsOf(node)) && !whole.some((outer) => isWithin(node, outer))) whole.push(node);
  return whole;
}

/** What is known of a text; a mark stands for what is not. */
function wordsOf(expression: Node): string {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : '…';
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.cooked ?? '').join('…');
    case 'BinaryExpression':
      return node.operator === '+' ? termsOf(node).map(wordsOf).join('') : '…';
    case 'ArrayExpression':
      return node.elements.every((element) => element && /^(?:Template)?Literal$|^Identifier$|^\w+Expression$/.test(element.type))
        ? node.elements.map((element) => (element?.type === 'Literal' || element?.type === 'TemplateLiteral' ? wordsOf(element) : '…')).join('')
        : '…';
    default:
      return '…';
  }
}

/** `content: "Human: …"`: a message that a person, or a test of the model, writes so. */
function isContent(tree: SyntaxTree, text: Node): boolean {
  for (let node: Node | null = text; node; node = tree.parentOf(node)) {
    if (node.type === 'Property' && /^(?:content|text|system|role)$/.test(staticName(node.key, node.computed) ?? '')) return true;
    if (/Statement$|Declaration$|^Program$|Function/.test(node.type)) return false;
  }
  return false;
}

/** Where the messages of a call are written in a file. */
function placesIn(prompt: Prompt | null, path: string): readonly (readonly [number, number])[] {
  return [prompt?.messages, prompt?.system].flatMap((section) =>
    (section?.blocks ?? []).flatMap((block) =>
      ('parts' in block ? block.parts : []).flatMap((part) => [part.place, part.origin].flatMap((place) => (place?.path === path ? [place.range] : []))),
    ),
  );
}

/** Packages through which Claude on Bedrock is called. */
const bedrockPackages = /"@aws-sdk\/client-bedrock-runtime"|"@anthropic-ai\/bedrock-sdk"|"@langchain\/aws"|"@ai-sdk\/amazon-bedrock"/;

/** Whether a file speaks of Bedrock, or speaks of no provider and belongs to a package that calls Bedrock. */
function isOfBedrock(tree: SyntaxTree, { files }: Reach): boolean {
  if (/bedrock/i.test(tree.text)) return true;
  if (!files || /anthropic|claude|openai|llama|vicuna/i.test(tree.text)) return false;
  for (let folder = posix.dirname(tree.path); ; folder = posix.dirname(folder)) {
    const manifest = files.read(posix.join(folder, 'package.json'));
    if (manifest !== null) return bedrockPackages.test(manifest);
    if (folder === '.' || folder === '/' || folder === '..') return false;
  }
}
