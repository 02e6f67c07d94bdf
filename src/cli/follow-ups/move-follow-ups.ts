import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { Policy } from '../../policy/index.js';
import { judgeModel } from '../../rules/models/judge-model.js';
import { enumerate } from '../report/enumerate.js';
import { toPrices } from './model-row.js';
import type { FollowUp } from '../report/report.js';
import { describePrices } from '../reporters/describe-model.js';

/** Moves that no end of life forced: what they cost, and that answers change with them. */
export function moveFollowUps(
  documents: readonly { readonly before: Document; readonly after: Document }[],
  policy: Policy,
): readonly FollowUp[] {
  const moves = new Map<CatalogModel, CatalogModel>();
  for (const { before, after } of documents) {
    const left = new Set(superseded(after, policy).map(({ model }) => model));
    for (const { model, newest } of superseded(before, policy)) if (!left.has(model)) moves.set(model, newest);
  }
  if (moves.size === 0) return [];
  const words = [...moves].map(
    ([model, newest]) =>
      `${model.name} (${describePrices(toPrices(model))}) to ${newest.name} (${describePrices(toPrices(newest))})`,
  );
  return [
    {
      id: 'superseded',
      title: 'Moves that nothing forced',
      detail: `Still active, and moved only because a newer model of the family exists: ${enumerate(words)}. Prices and answers change with them: keep what you would rather not change (bedrock-claude-disable-line no-legacy-model).`,
    },
  ];
}

function superseded({ modelReferences }: Document, policy: Policy) {
  return modelReferences
    .map((reference) => judgeModel(reference, policy))
    .filter((verdict) => verdict.kind === 'superseded');
}
