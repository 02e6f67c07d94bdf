import type {
  CompletionAnswer,
  CompletionRequest,
  CompletionRewrite,
  ConverseRewrite,
} from '../../documents/text-completion.js';
import type { Refusal } from '../request/refusal-of.js';

/** What text completions are written as: the body of InvokeModel in messages, or a call of Converse. */
export type CompletionForm = 'messages' | 'converse';

/** A request, the model that refuses it, and what it becomes in the form that is asked for. */
export interface RefusedRequest {
  readonly request: CompletionRequest;
  readonly rewrite: CompletionRewrite | ConverseRewrite | { readonly obstacle: string };
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

function keysOf(
  { request, rewrite, refusal }: RefusedRequest,
  answers: readonly CompletionAnswer[],
): readonly string[] {
  const { range } = request;
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
