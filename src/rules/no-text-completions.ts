import { constraintsOf } from '../catalog/constraints.js';
import { parseModelName } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { CompletionAnswer, CompletionRequest } from '../documents/text-completion.js';
import type { Range } from '../edits/text-edit.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import type { Finding } from './finding.js';
import { refusalOf } from './request/refusal-of.js';
import { completionRepairs, type CompletionRepair } from './text-completions/completion-repairs.js';
import { type CompletionForm, type RefusedRequest, requestGroups } from './text-completions/request-groups.js';

/** What repairs write. */
const defaults: { readonly to: CompletionForm } = { to: 'messages' };

export default defineRule({
  name: 'no-text-completions',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow text-completion requests, which no Claude model on Amazon Bedrock takes any more',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      request:
        '{{name}} takes Messages requests only: this text-completion request fails with a ValidationException. Write its prompt as `messages`, and read the text blocks of the answer.',
      requestForSuccessor:
        '{{name}}, the successor of `{{id}}`, takes Messages requests only: this text-completion request fails once the model is moved. Write its prompt as `messages`, and read the text blocks of the answer.',
      requestForTarget:
        'No Claude model that Bedrock still serves takes text completions: this request fails with a ValidationException. Write its prompt as `messages`, and read the text blocks of the answer.',
      answer:
        'A Messages answer has no `completion`: this reads `undefined` once the request is a Messages request. Read the text blocks of `content`.',
      streamedAnswer:
        'No event of a Messages stream has a `completion`: this reads `undefined` once the request is a Messages request. Read `delta.text` of its events.',
      body: '`max_tokens_to_sample` belongs to text completions, which no Claude model that Bedrock still serves takes. Send a Messages request, with `messages` and `max_tokens`.',
      prompt:
        'A prompt with `Human:` and `Assistant:` in it is one of text completions, which no Claude model that Bedrock still serves takes. Write its turns as `messages`.',
    },
    repairs: {
      useMessages: {
        message: 'Send a Messages request to {{toName}} (`{{to}}`{{price}}) and read its answer.',
        safeties: ['review'],
      },
      useMessagesAlone: { message: 'Send a Messages request and read its answer.', safeties: ['review'] },
      chooseProfileForMessages: {
        message:
          'Send a Messages request to {{toName}} through the `{{scope}}` profile (`{{to}}`{{price}}) and read its answer.',
        safeties: ['review'],
      },
      useConverse: {
        message: 'Call Converse of {{toName}} (`{{to}}`{{price}}) and read its answer.',
        safeties: ['review'],
        imports: true,
      },
      useConverseAlone: { message: 'Call Converse and read its answer.', safeties: ['review'], imports: true },
      chooseProfileForConverse: {
        message: 'Call Converse of {{toName}} through the `{{scope}}` profile (`{{to}}`{{price}}) and read its answer.',
        safeties: ['review'],
        imports: true,
      },
    },
    schema: {
      type: 'object',
      properties: {
        to: {
          type: 'string',
          enum: ['messages', 'converse'],
          description: 'What repairs write: a Messages body, still sent by InvokeModel, or a call of Converse.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: defaults,
    formats: ['javascript'],
  },
  *detect(document, { policy, options: { to } }) {
    const refused = refusedRequests(document, policy, to);
    const answers = document.textCompletions.filter((each) => each.kind === 'answer');
    for (const group of requestGroups(refused, answers)) yield* groupFindings(group, to, document, policy);
    if (isServed(policy)) return;
    for (const completion of document.textCompletions) {
      if (completion.kind === 'answer' && isRefused(completion, refused)) yield answerFinding(completion, refused);
      if (completion.kind === 'prompt') yield leftFinding('prompt', completion, completion.calls.length > 0);
      if (completion.kind === 'body') yield leftFinding('body', completion, false);
    }
  },
});

type Found = Finding<
  'request' | 'requestForSuccessor' | 'requestForTarget' | 'answer' | 'streamedAnswer' | 'body' | 'prompt',
  CompletionRepair
>;

/** The requests that the models they reach refuse. */
function refusedRequests({ textCompletions }: Document, policy: Policy, to: CompletionForm): readonly RefusedRequest[] {
  return textCompletions.flatMap((request): RefusedRequest[] => {
    if (request.kind !== 'request' || isForeign(request)) return [];
    const refusal = refusalOf(request.call, policy, ({ body }) => body === 'messages', request.provesClaude);
    return refusal ? [{ request, rewrite: to === 'converse' ? request.converse : request.rewrite, refusal }] : [];
  });
}

/** Named, and no Claude: another provider may word its bodies so. */
function isForeign({ call: { model } }: CompletionRequest) {
  return model.kind === 'text' && parseModelName(model.text) === null;
}

/** One finding for each place, with the repair of all of them at the first. */
function* groupFindings(
  group: readonly RefusedRequest[],
  to: CompletionForm,
  document: Document,
  policy: Policy,
): Iterable<Found> {
  const found = completionRepairs(group, to, document, policy);
  const isHeld = group.some(({ rewrite }) => 'obstacle' in rewrite);
  const places = new Set<number>();
  for (const refused of surestFirst(group)) {
    const { request, rewrite, refusal } = refused;
    const [start] = request.range;
    if (places.has(start)) continue;
    const own = 'obstacle' in rewrite ? rewrite.obstacle : null;
    const shared = 'obstacle' in found ? `${isHeld ? heldBack : ''}${found.obstacle}` : rewrittenWith;
    const repairs = places.size === 0 && 'repairs' in found ? found.repairs : [];
    places.add(start);
    yield {
      messageId: messageIds[refusal.basis],
      data: { name: refusal.model.name, id: refusal.id ?? '' },
      range: request.range,
      level: refusal.isCertain && refusal.basis === 'named' ? 'error' : 'warning',
      repairs,
      ...(repairs.length > 0 ? {} : { unrepaired: own ?? shared }),
      ...(refusal.refusal ? { refusal: refusal.refusal } : {}),
    };
  }
}

const messageIds = { named: 'request', successor: 'requestForSuccessor', target: 'requestForTarget' } as const;

function surestFirst(group: readonly RefusedRequest[]) {
  return group.toSorted((a, b) => Number(b.refusal.isCertain) - Number(a.refusal.isCertain));
}

/** Whether a model that takes text completions still answers. */
function isServed({ catalog, asOf }: Policy) {
  return catalog.models.some(
    (model) =>
      constraintsOf(model).body === 'textCompletions' && catalog.lifecycleOn(model, asOf).state !== 'endOfLife',
  );
}

/** Calls whose request is seen to be of another kind may answer with a `completion` of their own. */
function isRefused({ calls }: CompletionAnswer, refused: readonly RefusedRequest[]) {
  return (
    calls.length === 0 ||
    calls.some((call) => call.request === null || refused.some(({ request }) => request.call === call))
  );
}

function answerFinding({ range, isStreamed, calls }: CompletionAnswer, refused: readonly RefusedRequest[]): Found {
  const isOfRequest = refused.some(({ request }) => calls.includes(request.call));
  return {
    messageId: isStreamed ? 'streamedAnswer' : 'answer',
    data: {},
    range,
    level: 'warning',
    repairs: [],
    unrepaired: isOfRequest ? together : 'its request is not seen',
  };
}

function leftFinding(messageId: 'body' | 'prompt', { range }: { readonly range: Range }, isOfRequest: boolean): Found {
  return {
    messageId,
    data: {},
    range,
    level: 'warning',
    repairs: [],
    unrepaired: isOfRequest ? together : 'the request that sends it is not seen',
  };
}

const rewrittenWith = 'it is rewritten together with another request of this file';
/** Before the reason why that other request can't be rewritten. */
const heldBack = 'it goes with another request of this file: ';
/** Why what a request is made of has no repair of its own. */
const together = 'it must be rewritten together with its request';
