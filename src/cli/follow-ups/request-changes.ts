import type { ModelConstraints } from '../../catalog/constraints.js';
import { constraintsOf } from '../../catalog/constraints.js';
import { compareGenerations } from '../../catalog/generation.js';
import type { CatalogModel } from '../../catalog/schema.js';
import { tokenizersOf } from '../../catalog/tokenizer.js';

/** What a request must change, or should know, to go from one of `from` to `to`; in words, each once. */
export function requestChanges(from: readonly CatalogModel[], to: CatalogModel): readonly string[] {
  const after = constraintsOf(to);
  const said = from.flatMap((model) => {
    const before = constraintsOf(model);
    return [
      ...bodyChanges(before, after),
      ...samplingChanges(before, after),
      ...thinkingChanges(before, after),
      ...turnChanges(before, after),
    ];
  });
  return [...new Set([...said, ...sizeChanges(from, to)])];
}

function bodyChanges(before: ModelConstraints, after: ModelConstraints) {
  return before.body === 'textCompletions' && after.body === 'messages'
    ? ['messages in place of a text completion']
    : [];
}

function samplingChanges({ sampling: before }: ModelConstraints, { sampling: after }: ModelConstraints) {
  const refused = (['temperature', 'topP', 'topK'] as const).filter(
    (name) => after[name] === false && before[name] !== false,
  );
  if (refused.length > 0) return [`no ${refused.map((name) => SAMPLING_NAMES[name]).join(', ')}`];
  return after.temperatureWithTopP === false && before.temperatureWithTopP !== false
    ? ['temperature or top_p, not both']
    : [];
}

const SAMPLING_NAMES = { temperature: 'temperature', topP: 'top_p', topK: 'top_k' } as const;

function thinkingChanges({ thinking: before }: ModelConstraints, { thinking: after }: ModelConstraints) {
  const lost = (type: (typeof before.types)[number]) => before.types.includes(type) && !after.types.includes(type);
  const changes: string[] = [];
  if (lost('enabled')) changes.push('adaptive thinking in place of a budget');
  if (before.whenOmitted !== 'on' && after.whenOmitted === 'on') changes.push('thinks unasked, within max_tokens');
  return changes;
}

function turnChanges(before: ModelConstraints, after: ModelConstraints) {
  const changes: string[] = [];
  if (before.prefill !== false && after.prefill === false) changes.push('no prefilled answer');
  if (before.forcedToolChoice === 'taken' && after.forcedToolChoice === 'refused')
    changes.push('no forced tool choice');
  if (before.forcedToolChoice === 'taken' && after.forcedToolChoice === 'withoutThinking')
    changes.push('a forced tool choice only with thinking disabled');
  if (before.structuredOutputs === true && after.structuredOutputs === false) changes.push('no structured outputs');
  return changes;
}

function sizeChanges(from: readonly CatalogModel[], to: CatalogModel) {
  const changes: string[] = [];
  const outputs = from.flatMap(({ limits }) => limits.maxOutputTokens ?? []);
  const output = to.limits.maxOutputTokens;
  if (output !== null && outputs.some((tokens) => tokens > output))
    changes.push(`at most ${output.toLocaleString('en')} output tokens`);
  if (from.some((model) => isOtherTokenizer(model, to)))
    changes.push('another tokenizer: more tokens for the same text');
  return changes;
}

function isOtherTokenizer(from: CatalogModel, to: CatalogModel) {
  const [before, ...otherBefore] = tokenizersOf(from);
  const [after, ...otherAfter] = tokenizersOf(to);
  return (
    before !== undefined &&
    after !== undefined &&
    otherBefore.length + otherAfter.length === 0 &&
    compareGenerations(before.fromGeneration, after.fromGeneration) < 0
  );
}
