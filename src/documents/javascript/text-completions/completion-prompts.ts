import type { CompletionPrompt } from '../../text-completion.js';
import type { Prompt } from '../../prompt.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap, wrapped } from '../syntax/unwrap.js';
import type { KnownCall } from './collect-text-completions.js';
import type { SentRequest } from './completion-requests.js';
import { isOfBedrock } from './is-of-bedrock.js';
import { isPrompt } from './prompt-marks.js';
import { isWrittenText } from './prompt-pieces.js';
import { termsOf } from '../syntax/terms-of.js';
import { isWithin } from '../syntax/functions.js';

/** Texts in the form of a text-completion prompt that no request of the file is seen to send. */
export function completionPrompts(
  tree: SyntaxTree,
  calls: readonly KnownCall[],
  requests: readonly SentRequest[],
  reach: Reach,
): readonly CompletionPrompt[] {
  if (!tree.text.includes('Human:') || !tree.text.includes('Assistant:')) return [];
  const texts = textsIn(tree).filter(
    (node) => isPrompt(wordsOf(node)) && !isContent(tree, node) && !isOfTitan(tree, node),
  );
  if (texts.length === 0 || !isOfBedrock(tree, reach)) return [];
  const sent = calls.flatMap(({ call: { prompt } }) => placesIn(prompt, tree.path));
  return texts.flatMap((node): CompletionPrompt[] => {
    const isInBody = requests.some(({ body }) => isWithin(node, body));
    const isMessage = sent.some(([start, end]) => start < node.range[1] && node.range[0] < end);
    if (isInBody || isMessage) return [];
    const senders = requests.filter(({ texts: own }) => own.some((text) => isWithin(node, text)));
    return [{ kind: 'prompt', range: node.range, calls: senders.map(({ request }) => request.call) }];
  });
}

/** Texts as they are put together: the whole sum or list rather than its parts. */
function textsIn(tree: SyntaxTree): readonly Node[] {
  const candidates: Node[] = [
    ...tree.all('BinaryExpression').filter((node) => isWrittenText(node)),
    ...tree.all('ArrayExpression'),
    ...tree.all('TemplateLiteral'),
    ...tree.all('Literal').filter(({ value }) => typeof value === 'string'),
  ].filter((node) => tree.text.slice(...node.range).includes('Human:'));
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
      return node.elements.every(
        (element) => element && /^(?:Template)?Literal$|^Identifier$|^\w+Expression$/.test(element.type),
      )
        ? node.elements
            .map((element) =>
              element?.type === 'Literal' || element?.type === 'TemplateLiteral' ? wordsOf(element) : '…',
            )
            .join('')
        : '…';
    default:
      return '…';
  }
}

/** `content: "Human: …"`: a message that a person, or a test of the model, writes so. */
function isContent(tree: SyntaxTree, text: Node): boolean {
  for (let node: Node | null = text; node; node = tree.parentOf(node)) {
    if (node.type === 'Property' && /^(?:content|text|system|role)$/.test(staticName(node.key, node.computed) ?? ''))
      return true;
    if (/Statement$|Declaration$|^Program$|Function/.test(node.type)) return false;
  }
  return false;
}

/** A text that goes into the field of another family of models, and nowhere else: Titan was prompted with the same words. */
function isOfTitan(tree: SyntaxTree, text: Node, steps = 4): boolean {
  if (steps === 0) return false;
  const outer = wrapped(tree, text);
  const holder = tree.parentOf(outer);
  if (holder?.type === 'Property')
    return holder.value === outer && staticName(holder.key, holder.computed) === 'inputText';
  const variable = holder?.type === 'VariableDeclarator' ? tree.variableOf(holder.id) : null;
  const reads = variable?.references.filter(({ init }) => init !== true) ?? [];
  return reads.length > 0 && reads.every(({ identifier }) => isOfTitan(tree, identifier, steps - 1));
}

/** Where the messages of a call are written in a file. LangChain makes a text of them for models that take one. */
function placesIn(prompt: Prompt | null, path: string): readonly (readonly [number, number])[] {
  if (prompt?.dialect === 'langChain') return [];
  return [prompt?.messages, prompt?.system].flatMap((section) =>
    (section?.blocks ?? []).flatMap((block) =>
      ('parts' in block ? block.parts : []).flatMap((part) =>
        [part.place, part.origin].flatMap((place) => (place?.path === path ? [place.range] : [])),
      ),
    ),
  );
}
