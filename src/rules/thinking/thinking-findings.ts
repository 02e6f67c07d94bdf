import type { ModelConstraints } from '../../catalog/constraints.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { RequestFacts } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import type { Refusal } from '../request/refusal-of.js';
import { nobodySaysWhich, refusalOf } from '../request/refusal-of.js';
import { whenSent } from '../request/when-sent.js';
import { isClaudeRequest } from './is-claude-request.js';
import { isThinking, thinkingProblem } from './thinking-problem.js';
import type { ThinkingProblem } from './thinking-problem.js';
import { repairedThinking } from './thinking-repairs.js';
import type { ThinkingChoices, ThinkingRepair } from './thinking-repairs.js';
import { thinkingWords } from './thinking-words.js';
import type { WrittenThinking } from './written-thinking.js';
import { writtenThinking } from './written-thinking.js';

type Message = 'refused' | 'refusedForSuccessor' | 'refusedForTarget' | 'olderName' | 'preferAdaptive';
type Found = FieldFinding<Message, ThinkingRepair>;
const messageOf = { named: 'refused', successor: 'refusedForSuccessor', target: 'refusedForTarget' } as const;

/** What is wrong with the thinking settings of a call. */
export function* thinkingFindings(
  call: ModelCall,
  choices: ThinkingChoices,
  document: Document,
  policy: Policy,
): Iterable<Found> {
  const { request } = call;
  if (!request) return;
  const all = writtenThinking(call);
  for (const written of all) {
    const problemOf = (constraints: ModelConstraints) => thinkingProblem(written, request, constraints);
    const refuses = (constraints: ModelConstraints) => problemOf(constraints) !== null;
    const refusal = refusalOf(whenSent(call, written.field), policy, refuses, isClaudeRequest(call, written));
    const problem = refusal && problemOf(refusal.constraints);
    if (refusal && problem) {
      if (refusal.basis === 'target' && isNewer(problem)) continue;
      if (refusal.basis === 'named' && isOneOfWays(written, all, refusal.constraints)) continue;
      const { field } = written;
      yield { field, finding: findingFor(problem, written, call, refusal, choices, document) };
    } else yield* discouraged(written, request, call, document, policy);
  }
}

/** Another branch thinks in the way that the model takes: which of them is sent hangs on the model. */
function isOneOfWays(written: WrittenThinking, all: readonly WrittenThinking[], { thinking }: ModelConstraints) {
  if (written.field.isCertain || !written.types.some(isThinking)) return false;
  const others = all.filter((each) => each !== written).flatMap(({ types }) => types);
  return others.some((type) => isThinking(type) && thinking.types.some((taken) => taken === type));
}

/** What only models after the target take: the one that is called is likely to be one. */
function isNewer(problem: ThinkingProblem) {
  return problem === 'adaptiveRefused' || problem === 'typeUnknown' || problem === 'noThinking';
}

function findingFor(
  problem: ThinkingProblem,
  written: WrittenThinking,
  call: ModelCall,
  refusal: Refusal,
  choices: ThinkingChoices,
  document: Document,
): Found['finding'] {
  const { field } = written;
  const { model, constraints, basis, id } = refusal;
  const repaired =
    basis === 'target' && problem !== 'wrongShape' && problem !== 'olderName'
      ? nobodySaysWhich
      : repairedThinking(problem, written, call, constraints, choices, document);
  // What a provider of the AI SDK sends in its place depends on its version.
  const isSent = written.form !== 'anthropic' && problem !== 'olderName';
  const isSure = refusal.isCertain && written.isPlain && written.types.length === 1 && field.isCertain && isSent;
  const words = thinkingWords(problem, written, constraints);
  return {
    ...fieldPlace(field, call, document),
    messageId: problem === 'olderName' ? 'olderName' : messageOf[basis],
    data: { name: model.name, id: id ?? '', parameter: field.path.at(-1) ?? '', ...words },
    level: isSure && basis === 'named' ? 'error' : 'warning',
    ...(typeof repaired === 'string'
      ? { repairs: [], unrepaired: repaired }
      : {
          repairs: [
            {
              id: repaired.id,
              data: { budget: String(choices.budgetTokens ?? '') },
              safety: isSure ? 'safe' : 'review',
              edits: repaired.edits,
            },
          ],
        }),
    ...(refusal.refusal && { refusal: refusal.refusal }),
  };
}

/** A model that takes both forms: the one will be gone. */
function* discouraged(
  written: WrittenThinking,
  request: RequestFacts,
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<Found> {
  if (written.types.length !== 1 || written.types[0] !== 'enabled') return;
  const taken = refusalOf(
    whenSent(call, written.field),
    policy,
    (constraints) =>
      constraints.thinking.types.includes('adaptive') && thinkingProblem(written, request, constraints) === null,
    false,
  );
  if (taken?.basis !== 'named') return;
  const finding = {
    ...fieldPlace(written.field, call, document),
    messageId: 'preferAdaptive' as const,
    data: { name: taken.model.name },
    level: 'note' as const,
    repairs: [],
    unrepaired: 'the model takes both',
  };
  yield { field: written.field, finding };
}
