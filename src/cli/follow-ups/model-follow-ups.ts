import type { ModelConstraints } from '../../catalog/constraints.js';
import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Policy } from '../../policy/index.js';
import { limitOf } from '../../rules/max-tokens/tight-limits.js';
import { namedModels } from '../../rules/request/named-models.js';
import { enumerate } from '../report/enumerate.js';
import type { FollowUp } from '../report/report.js';
import { groupBy } from '../reporters/group-by.js';

/** What a team has to arrange, measure and test before it depends on these models. */
export function modelFollowUps(
  models: readonly CatalogModel[],
  documents: readonly { readonly before: Document; readonly after: Document }[],
  policy: Policy,
): readonly FollowUp[] {
  if (models.length === 0) return [];
  return [
    access(models),
    quota(models),
    evaluation(models),
    prompts(documents),
    ...thinkingUnasked(models, documents, policy),
    ...preservedThinking(models),
  ];
}

function access(models: readonly CatalogModel[]): FollowUp {
  const retained = models.filter(({ invocation }) => invocation.access === 'retention');
  const retention =
    retained.length === 0
      ? ''
      : ` ${namesOf(retained)} ${retained.length === 1 ? 'answers' : 'answer'} only accounts that agreed to data retention (PutAccountDataRetention).`;
  return {
    id: 'access',
    title: 'Model agreement',
    detail: `Accounts that never used ${namesOf(models)} agree to ${models.length === 1 ? 'its' : 'their'} terms with the first call, which needs aws-marketplace:ViewSubscriptions and aws-marketplace:Subscribe; new customers of Anthropic fill in its use-case form first.${retention}`,
  };
}

function quota(models: readonly CatalogModel[]): FollowUp {
  const burndowns = groupBy(models, ({ limits }) => String(limits.outputBurndown ?? '')).flatMap(([times, counting]) =>
    times === '' ? [] : [` ${namesOf(counting)}: an output token counts ${times} times.`],
  );
  return {
    id: 'quota',
    title: 'Quotas',
    detail: `Each profile has quotas of its own: compare Service Quotas (Amazon Bedrock) with your traffic. A request reserves its input and its max_tokens when it starts.${burndowns.join('')}`,
  };
}

function evaluation(models: readonly CatalogModel[]): FollowUp {
  return {
    id: 'evaluation',
    title: 'Evaluation',
    detail: `${namesOf(models)} ${models.length === 1 ? 'answers' : 'answer'} differently from what the code called before, and may cost differently: run your evaluation and check prices (bedrock-claude models) before you deploy.`,
  };
}

/** The text behind a loop over tools is what newer models may leave out. */
function prompts(documents: readonly { readonly before: Document }[]): FollowUp {
  const loops = documents.filter(({ before }) => before.stopReasonChecks.some(({ shape }) => shape === 'loop'));
  const where = loops.map(({ before }) => before.path);
  return {
    id: 'prompts',
    title: 'Prompts',
    detail: `Newer models answer more concisely, do what is said rather than what is meant, and may end without a summary after their last tool call: say in the prompt what you want${where.length === 0 ? '' : `, and look at the answers of ${enumerate(where)}`}.`,
  };
}

/** What a model thinks leaves less of `max_tokens` to its answer, and old limits were set for the answer alone. */
function thinkingUnasked(
  models: readonly CatalogModel[],
  documents: readonly { readonly after: Document }[],
  policy: Policy,
): readonly FollowUp[] {
  const thinking = models.map(constraintsOf).filter(({ thinking: { whenOmitted } }) => whenOmitted === 'on');
  if (thinking.length === 0) return [];
  const enough = Math.max(...thinking.map(({ thinking: { minBudgetTokens } }) => minBudgetTokens));
  const texts = new Map(documents.map(({ after }) => [after.path, after.text]));
  const tight = documents.filter(({ after }) =>
    after.modelCalls.some((call) => limitOf(call) < enough && mayReach(call, thinking, texts, policy)),
  );
  const where = tight.map(({ after }) => after.path);
  return [
    {
      id: 'thinkingUnasked',
      title: 'Room to think',
      detail: `${namesOf(thinking.map(({ model }) => model))} ${thinking.length === 1 ? 'thinks' : 'think'} without being asked, and within max_tokens: a limit that was set for the answer alone may cut it off${where.length === 0 ? '' : `, as those in ${enumerate(where)} may`}.`,
    },
  ];
}

/** Whether a call reaches one of these models, as far as it says: an ID that no longer stands where it stood was moved. */
function mayReach(
  { model: value }: ModelCall,
  thinking: readonly ModelConstraints[],
  texts: ReadonlyMap<string, string>,
  policy: Policy,
) {
  return namedModels(value, policy).some((named) => {
    if (!named?.place) return true;
    const isMoved = texts.get(named.place.path)?.includes(named.id) === false;
    return isMoved || thinking.some(({ model }) => model.id === named.model?.id);
  });
}

function preservedThinking(models: readonly CatalogModel[]): readonly FollowUp[] {
  const binding = models.filter((model) => constraintsOf(model).thinking.isBound);
  if (binding.length === 0) return [];
  return [
    {
      id: 'preservedThinking',
      title: 'Preserved thinking',
      detail: `${namesOf(binding)} ${binding.length === 1 ? 'binds' : 'bind'} thinking blocks to the model and to the turns before them: send earlier turns back unchanged, and drop the thinking blocks of another model from stored conversations.`,
    },
  ];
}

function namesOf(models: readonly CatalogModel[]) {
  return enumerate(models.map(({ name }) => name));
}
