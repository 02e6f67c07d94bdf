import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { LastTurn } from '../documents/request.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { mergeCalls } from './request/merge-calls.js';
import { prefillRepair } from './prefill/prefill-repair.js';
import { nobodySaysWhich, refusalOf } from './request/refusal-of.js';
import { requestsOf } from './request/requests-of.js';

export default defineRule({
  name: 'no-assistant-prefill',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow conversations that end with a turn of the assistant for models that refuse them',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      refused:
        '{{name}} refuses a conversation that ends with a turn of the assistant: the request fails with a ValidationException. End it with the user, and say in the system prompt how the answer starts.',
      refusedForSuccessor:
        '{{name}}, the successor of `{{id}}`, refuses a conversation that ends with a turn of the assistant: requests fail once the model is moved. End it with the user, and say in the system prompt how the answer starts.',
      refusedForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, refuse a conversation that ends with a turn of the assistant. End it with the user, and say in the system prompt how the answer starts.',
    },
    repairs: {
      askForOpening: {
        message:
          'Take the turn out, ask for its text at the start of the answer in the system prompt, and no longer put it before the answer.',
        safeties: ['review'],
      },
    },
    schema: {
      type: 'object',
      properties: {
        instruction: {
          type: 'string',
          description: 'What the repair adds to the system prompt; `{opening}` stands for the text of the turn.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {
      instruction: 'Start your answer with exactly the following text, and with nothing before it: {opening}',
    },
    formats: ['javascript'],
  },
  detect(document, { policy, options }) {
    return mergeCalls(
      document,
      requestsOf(document).flatMap((call) =>
        call.lastTurn?.role === 'assistant'
          ? [
              {
                place: call.lastTurn.place,
                finding: findingFor(call, call.lastTurn, document, policy, options.instruction),
              },
            ]
          : [],
      ),
    );
  },
});

const messageOf = { named: 'refused', successor: 'refusedForSuccessor', target: 'refusedForTarget' } as const;

function findingFor(
  call: ModelCall,
  turn: LastTurn,
  document: Document,
  policy: Policy,
  instruction: string,
): Finding<(typeof messageOf)[keyof typeof messageOf], 'askForOpening'> | null {
  const found = refusalOf(call, policy, ({ prefill }) => prefill === false);
  if (!found) return null;
  const { model, id, basis, isCertain, refusal } = found;
  const isHere = turn.place.path === document.path;
  const repair = basis === 'target' ? nobodySaysWhich : prefillRepair(call, turn, document, instruction);
  return {
    messageId: messageOf[basis],
    data: { name: model.name, id: id ?? '' },
    range: isHere ? turn.place.range : call.range,
    level: isCertain && turn.isCertain && basis === 'named' ? 'error' : 'warning',
    ...(isHere ? {} : { related: [{ ...turn.place, message: 'The turn is written here.' }] }),
    ...(typeof repair === 'string'
      ? { repairs: [], unrepaired: repair }
      : { repairs: [{ id: 'askForOpening', safety: 'review', edits: repair }] }),
    ...(refusal && { refusal }),
  };
}
