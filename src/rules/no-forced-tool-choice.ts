import type { ModelConstraints } from '../catalog/constraints.js';
import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { mergeCalls } from './request/merge-calls.js';
import { fieldPlace } from './request/field-place.js';
import { nobodySaysWhich, refusalOf, type Refusal } from './request/refusal-of.js';
import { whenSent } from './request/when-sent.js';
import { requestsOf } from './request/requests-of.js';
import { type ForcedChoice, forcedChoices } from './tool-choice/forced-choice.js';
import { relaxesToolChoice } from './tool-choice/library-tool-choice.js';
import { outputFinding, type OutputMessage } from './tool-choice/output-finding.js';
import { relaxedChoice, type Wording } from './tool-choice/relaxed-choice.js';
import { withoutThinking } from './tool-choice/without-thinking.js';

export default defineRule({
  name: 'no-forced-tool-choice',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow requests that force a tool call for models that refuse them',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      refused:
        '{{name}} refuses a request that forces a tool call: it fails with a ValidationException. Leave the choice to the model, say in the system prompt which tool to call, and be ready for an answer in words.',
      refusedForSuccessor:
        '{{name}}, the successor of `{{id}}`, refuses a request that forces a tool call: requests fail once the model is moved. Leave the choice to the model, say in the system prompt which tool to call, and be ready for an answer in words.',
      refusedForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, refuse a request that forces a tool call. Leave the choice to the model, say in the system prompt which tool to call, and be ready for an answer in words.',
      needsNoThinking:
        '{{name}} thinks unless it is told not to, and refuses a request that forces a tool call while it thinks: it fails with a ValidationException. Turn thinking off in this request, or leave the choice to the model.',
      needsNoThinkingForSuccessor:
        '{{name}}, the successor of `{{id}}`, thinks unless it is told not to, and refuses a request that forces a tool call while it thinks: requests fail once the model is moved. Turn thinking off in this request, or leave the choice to the model.',
      needsNoThinkingForTarget:
        'The code does not say which Claude this call reaches; those your policy moves to, such as {{name}}, think unless they are told not to, and refuse a request that forces a tool call while they think. Turn thinking off in this request, or leave the choice to the model.',
      mayBeSent:
        '{{name}} refuses a request that forces a tool call. Newer versions of the library leave the choice to the model, with a warning, older ones send it, and which one is installed is not known. Leave the choice to the model yourself.',
      outputForced:
        '{{name}} refuses a request that forces a tool call, and `{{library}}` asks for structured output with one: the request fails with a ValidationException. {{advice}}.',
      outputForcedForSuccessor:
        '{{name}}, the successor of `{{id}}`, refuses a request that forces a tool call, and `{{library}}` asks for structured output with one: requests fail once the model is moved. {{advice}}.',
      outputMayBeForced:
        '{{name}} refuses a request that forces a tool call. Some versions of `{{library}}` ask for structured output with one, and which one is installed is not known. {{advice}}.',
    },
    repairs: {
      askForTool: {
        message: 'Leave the choice to the model, and ask for the tool in the system prompt.',
        safeties: ['review'],
      },
      turnThinkingOff: { message: 'Turn thinking off in this request.', safeties: ['review'] },
    },
    schema: {
      type: 'object',
      properties: {
        instruction: {
          type: 'string',
          description: 'What the repair adds to the system prompt for one tool; `{tool}` stands for its name.',
        },
        instructionForAny: {
          type: 'string',
          description: 'What the repair adds to the system prompt where any of the tools will do.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {
      instruction: 'Always answer by calling this tool, and with nothing else: {tool}',
      instructionForAny: 'Always answer by calling one of your tools, and with nothing else.',
    },
    formats: ['javascript'],
  },
  detect(document, { policy, options }) {
    return mergeCalls(
      document,
      requestsOf(document).flatMap((call) =>
        forcedChoices(call).map((choice) => ({
          place: choice.field.property,
          finding:
            choice.form === 'output'
              ? outputFinding(choice.field, call, document, policy, (constraints) => refuses(constraints, call))
              : findingFor(choice, call, document, policy, options),
        })),
      ),
    );
  },
});

type Found = Finding<
  | (typeof messageOf)[keyof typeof messageOf]
  | (typeof messageOfThinking)[keyof typeof messageOfThinking]
  | OutputMessage
  | 'mayBeSent',
  'askForTool' | 'turnThinkingOff'
>;

const messageOf = { named: 'refused', successor: 'refusedForSuccessor', target: 'refusedForTarget' } as const;
const messageOfThinking = {
  named: 'needsNoThinking',
  successor: 'needsNoThinkingForSuccessor',
  target: 'needsNoThinkingForTarget',
} as const;

function findingFor(
  choice: ForcedChoice,
  call: ModelCall,
  document: Document,
  policy: Policy,
  wording: Wording,
): Found | null {
  const relaxes = relaxesToolChoice(call);
  const refusal =
    relaxes === true
      ? null
      : refusalOf(whenSent(call, choice.field), policy, (constraints) => refuses(constraints, call));
  if (!refusal) return null;
  const { model, id, basis, isCertain, constraints } = refusal;
  const mayThink = constraints.forcedToolChoice === 'withoutThinking';
  const { unrepaired, ...place } = fieldPlace(choice.field, call, document);
  const repair =
    basis === 'target'
      ? nobodySaysWhich
      : mayThink
        ? withoutThinking(call, document)
        : relaxedChoice(choice, call, document, wording);
  const shared = {
    ...place,
    data: { name: model.name, id: id ?? '' },
    ...(typeof repair === 'string'
      ? { repairs: [], unrepaired: unrepaired ?? repair }
      : { repairs: [{ id: mayThink ? 'turnThinkingOff' : 'askForTool', safety: 'review', edits: repair }] as const }),
  };
  // What nobody can mend, and the library may, stops no move.
  if (relaxes === 'unknown')
    return { ...shared, messageId: 'mayBeSent', level: 'note', ...(shared.repairs.length > 0 && refusalIn(refusal)) };
  const isSure = isCertain && choice.field.isCertain && choice.form !== 'method' && basis === 'named';
  return {
    ...shared,
    messageId: (mayThink ? messageOfThinking : messageOf)[basis],
    level: isSure ? 'error' : 'warning',
    ...refusalIn(refusal),
  };
}

function refusalIn({ refusal }: Refusal) {
  return refusal ? { refusal } : {};
}

/** Where the request says itself how the model thinks, that is judged together with the choice elsewhere. */
function refuses({ forcedToolChoice }: ModelConstraints, { request }: ModelCall) {
  if (forcedToolChoice === 'refused') return true;
  return forcedToolChoice === 'withoutThinking' && (request?.settings.thinking ?? []).length === 0;
}
