import { answer } from '../loopback/replies.js';
import type { Answer, AnswerBlock } from '../loopback/replies.js';
import type { RecordedRequest } from '../loopback/start-bedrock.js';
import type { Reading } from './request-spec.js';

/** What a model says to a program: it thinks first where it does, and goes on from where the assistant's turn ends. */
export function replyTo(request: RecordedRequest, reads: Reading): Answer {
  const thinking: readonly AnswerBlock[] = thinks(request)
    ? [{ type: 'thinking', thinking: 'Let me see.', signature: 'c2lnbmVk' }]
    : [];
  const block = blockFor(request, reads);
  return answer('', {
    content: [...thinking, block],
    stop: block.type === 'tool_use' ? 'tool_use' : 'end_turn',
  });
}

/** What a program makes of it. */
export const expected: Readonly<Record<Reading, string>> = {
  text: 'Hello from Bedrock.',
  firstBlock: 'Hello from Bedrock.',
  json: 'Yes',
  wholeJson: 'Yes',
  toolInput: 'Berlin',
  exactToolInput: 'at home',
  toolName: 'done',
};

function blockFor({ body, modelId }: RecordedRequest, reads: Reading): AnswerBlock {
  switch (reads) {
    case 'text':
    case 'firstBlock':
      return { type: 'text', text: expected.text };
    case 'json':
    case 'wholeJson':
      return { type: 'text', text: `${endsWithAssistant(body['messages']) ? '' : '{'}"answer": "Yes"}` };
    case 'toolInput':
      return { type: 'tool_use', id: 'toolu_1', name: 'set_home', input: { city: 'Berlin' } };
    case 'exactToolInput':
      return {
        type: 'tool_use',
        id: 'toolu_1',
        name: 'set_home',
        input: { city: trims.test(modelId) ? 'Berlin' : 'Berlin\n' },
      };
    case 'toolName':
      return { type: 'tool_use', id: 'toolu_1', name: anthropicTool(body), input: { command: 'view' } };
  }
}

/** Models before 4.5 leave trailing newlines of inputs out. */
const trims = /claude-(?:3-|\w+-4-(?:1-)?2025)/;

function endsWithAssistant(messages: unknown) {
  const last: unknown = Array.isArray(messages) ? messages.at(-1) : undefined;
  return isRecord(last) && last['role'] === 'assistant';
}

/** Models of generation 5 and later think unless a request says otherwise. */
const thinksByDefault = /claude-(?:sonnet|opus|haiku|fable)-5/;

function thinks({ modelId, body }: RecordedRequest) {
  const thinking = fieldOf(body, 'thinking');
  const type = isRecord(thinking) ? thinking['type'] : undefined;
  return type === undefined ? thinksByDefault.test(modelId) : type !== 'disabled';
}

function anthropicTool(body: RecordedRequest['body']) {
  const tools = fieldOf(body, 'tools');
  const tool: unknown = Array.isArray(tools) ? tools[0] : undefined;
  return isRecord(tool) ? String(tool['name']) : '';
}

/** A field of a Messages body, which Converse hands through. */
function fieldOf(body: RecordedRequest['body'], name: string) {
  const additional = body['additionalModelRequestFields'];
  return body[name] ?? (isRecord(additional) ? additional[name] : undefined);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
