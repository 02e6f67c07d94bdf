import type { Answer, AnswerBlock } from '../replies.js';
import { converseUsage } from './usage.js';
import type { Usage } from './usage.js';

/** An event of a stream: its type and its payload. */
export type StreamEvent = readonly [type: string, payload: object];

/** A refusal has no word of its own in Converse, nor have the reasons of the Messages API's server tools. */
const words: Readonly<Record<string, string>> = { refusal: 'content_filtered', pause_turn: 'end_turn' };
const metrics = { latencyMs: 1 };

export function converseBody({ content, stop, omitsUsage }: Answer, usage: Usage): object {
  return {
    output: { message: { role: 'assistant', content: content.map(toBlock) } },
    stopReason: words[stop] ?? stop,
    ...(omitsUsage !== true && { usage: converseUsage(usage) }),
    metrics,
  };
}

export function converseEvents({ content, stop, omitsUsage }: Answer, usage: Usage): readonly StreamEvent[] {
  return [
    ['messageStart', { role: 'assistant' }],
    ...content.flatMap(blockEvents),
    ['messageStop', { stopReason: words[stop] ?? stop }],
    ['metadata', { ...(omitsUsage !== true && { usage: converseUsage(usage) }), metrics }],
  ];
}

/** A text in the pieces it is streamed in. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function toBlock(block: AnswerBlock) {
  switch (block.type) {
    case 'text':
      return { text: block.text };
    case 'thinking':
      return { reasoningContent: { reasoningText: { text: block.thinking, signature: block.signature } } };
    case 'tool_use':
      return { toolUse: { toolUseId: block.id, name: block.name, input: block.input } };
  }
}

function blockEvents(block: AnswerBlock, contentBlockIndex: number): readonly StreamEvent[] {
  const start: readonly StreamEvent[] =
    block.type === 'tool_use'
      ? [['contentBlockStart', { contentBlockIndex, start: { toolUse: { toolUseId: block.id, name: block.name } } }]]
      : [];
  const deltas = deltasOf(block).map((delta): StreamEvent => ['contentBlockDelta', { contentBlockIndex, delta }]);
  return [...start, ...deltas, ['contentBlockStop', { contentBlockIndex }]];
}

function deltasOf(block: AnswerBlock): readonly object[] {
  switch (block.type) {
    case 'text':
      return piecesOf(block.text).map((text) => ({ text }));
    case 'thinking':
      return [
        ...piecesOf(block.thinking).map((text) => ({ reasoningContent: { text } })),
        { reasoningContent: { signature: block.signature } },
      ];
    case 'tool_use':
      return [{ toolUse: { input: JSON.stringify(block.input) } }];
  }
}
