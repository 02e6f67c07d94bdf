import { namesClaude } from '../../catalog/family-words.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import { tellsModel } from '../../documents/text/names-model.js';
import { lineIndex } from '../../edits/line-index.js';
import type { FollowUp } from '../report/report.js';

/** Names of variables and settings that say which model they held, and hold another now. */
export function nameFollowUps(
  documents: readonly { readonly before: Document; readonly after: Document }[],
): readonly FollowUp[] {
  const names = documents.flatMap(({ before, after }) => {
    const held = new Map(named(before).map(({ label, reference }) => [label, reference.name.base]));
    const { lineOf } = lineIndex(after.text);
    return named(after)
      .filter(({ label, reference }) => held.has(label) && held.get(label) !== reference.name.base)
      .map(({ label, reference }) => `${after.path}:${String(lineOf(reference.range[0]))} ${label}`);
  });
  if (names.length === 0) return [];
  return [
    {
      id: 'names',
      title: 'Names',
      detail: 'These say which model they held, and hold another now: rename them wherever they are read.',
      code: names.join('\n'),
    },
  ];
}

function named({ modelReferences }: Document) {
  return modelReferences.flatMap((reference) => {
    const label = labelOf(reference);
    return label !== undefined && namesClaude(label) && tellsModel(label) ? [{ label, reference }] : [];
  });
}

function labelOf({ heldAs, setting }: ModelReference) {
  return heldAs ?? setting;
}
