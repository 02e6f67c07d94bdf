import type { Surface } from '../../facts.js';
import type { CompletionRequest } from '../../text-completion.js';
import type { StaticValue } from '../../static-value.js';
import { propertyOf, type Reach } from '../values/objects.js';
import { staticValue } from '../values/static-value.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { KnownCall } from './collect-text-completions.js';
import { rewritesOf } from './completion-rewrites.js';
import { isPrompt } from './prompt-marks.js';
import { promptSource } from './prompt-source.js';
import { isWithin } from '../syntax/functions.js';

/** Surfaces whose bodies are in the words of a model. */
export const bodySurfaces: ReadonlySet<Surface> = new Set<Surface>([
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'Http',
  'AppSync',
]);

/** A request with what it is written as. */
export interface SentRequest {
  readonly request: CompletionRequest;
  readonly body: Node;
  /** The texts its prompt may be, where these are known. */
  readonly texts: readonly Node[];
}

/** The calls that send a text-completion body. */
export function completionRequests(
  tree: SyntaxTree,
  calls: readonly KnownCall[],
  reach: Reach,
): readonly SentRequest[] {
  return calls.flatMap(({ site, call }): SentRequest[] => {
    const owner = bodySurfaces.has(site.surface) ? site.request?.owner : null;
    if (owner?.node.type !== 'ObjectExpression') return [];
    const literal = owner.node;
    const value = (name: string) => propertyOf({ tree: owner.tree, node: literal }, name, reach);
    const [prompt, maximum] = [value('prompt'), value('max_tokens_to_sample')];
    if (value('messages') || (!maximum && !isWhole(prompt, reach))) return [];
    const texts = prompt?.tree === tree ? (promptSource(tree, prompt.value) ?? []) : [];
    const inline = texts.find((text) => isWithin(text, literal));
    const place = maximum ?? prompt;
    // A body that is written as JSON has a tree of its own, with the places of the file.
    const isHere = place?.tree === tree || place?.tree.path.startsWith(`${tree.path}#`) === true;
    const request: CompletionRequest = {
      kind: 'request',
      range: inline?.range ?? (place && isHere ? place.property.range : site.node.range),
      call,
      provesClaude: maximum !== null || site.provesClaude,
      ...rewritesOf(tree, site, owner.tree === tree ? literal : null, reach),
    };
    return [{ request, body: literal, texts }];
  });
}

/** Whether a prompt, as far as it is known, is one of text completions from its first turn to the mark that asks for an answer. */
function isWhole(prompt: ReturnType<typeof propertyOf>, reach: Reach): boolean {
  return prompt !== null && isPrompt(wordsOf(staticValue({ tree: prompt.tree, node: prompt.value }, reach)));
}

function wordsOf(value: StaticValue): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'template' ? value.parts.map((part) => part ?? '…').join('') : '';
}
