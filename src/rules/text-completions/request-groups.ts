import type { CompletionAnswer, CompletionRequest } from '../../documents/text-completion.js';
import type { Refusal } from '../request/refusal-of.js';

/** A request and the model that refuses it. */
export interface RefusedRequest {
  readonly request: CompletionRequest;
  readonly refusal: Refusal;
}

/** Requests that share a body, a reader or the place that names their model: they are rewritten together or not at all. */
export function requestGroups(
  refused: readonly RefusedRequest[],
  answers: readonly CompletionAnswer[],
): readonly (readonly RefusedRequest[])[] {
  const groups = new Map<string, RefusedRequest[]>();
  for (const each of refused) {
    const keys = keysOf(each, answers);
    const joined = [...new Set(keys.flatMap((key) => groups.get(key) ?? []))];
    const group = [...joined, each];
    for (const member of group) for (const key of keysOf(member, answers)) groups.set(key, group);
  }
  return [...new Set(groups.values())].map((group) =>
    group.toSorted((a, b) => a.request.range[0] - b.request.range[0]),
  );
}

function keysOf({ request, refusal }: RefusedRequest, answers: readonly CompletionAnswer[]): readonly string[] {
  const { rewrite, range } = request;
  const model = refusal.refusal?.model;
  return [
    `request ${String(range[0])}`,
    ...(model ? [`model ${model.path} ${String(model.range[0])}`] : []),
    ...('obstacle' in rewrite
      ? []
      : [
          `body ${String(rewrite.body.range[0])}`,
          ...rewrite.answerEdits.map((edit) => `edit ${String(edit.range[0])}`),
        ]),
    ...answers.flatMap(({ calls, range: [start] }) =>
      calls.includes(request.call) ? [`answer ${String(start)}`] : [],
    ),
  ];
}
