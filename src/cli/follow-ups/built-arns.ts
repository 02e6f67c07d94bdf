import { buildsFoundationArn } from '../../documents/arn-holes.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import { enumerate } from '../report/enumerate.js';
import type { FollowUp } from '../report/report.js';
import { newProfiles } from './model-uses.js';

interface Changed {
  readonly before: Document;
  readonly after: Document;
}

/** Code and policies that put an ID into the ARN of a foundation model, where none with a geography fits, and have got such an ID. */
export function builtArns(documents: readonly Changed[]): readonly FollowUp[] {
  const moved = documents.filter(({ before, after }) => newProfiles(before, after).length > 0);
  const grants = moved.map((changed) => ({ path: changed.after.path, reasons: reasonsIn(changed) }));
  const granted = grants.filter(({ reasons }) => reasons.length > 0);
  const builders = moved
    .filter(({ after }) => buildsFoundationArn(after.text))
    .map(({ after }) => after.path)
    .filter((path) => !granted.some((grant) => grant.path === path));
  if (granted.length + builders.length === 0) return [];
  const isOne = builders.length === 1;
  const sentences = [
    ...granted.map(
      ({ path, reasons }) => `${path} names a profile now, which has an ARN of its own: ${enumerate(reasons)}.`,
    ),
    ...(builders.length === 0
      ? []
      : [
          `${enumerate(builders)} ${isOne ? 'names' : 'name'} a profile now and ${isOne ? 'builds' : 'build'} ARNs of foundation models from IDs: these take the ID without its geography, and the profile has an ARN of its own.`,
        ]),
  ];
  return [{ id: 'arns', title: 'IAM: ARNs that code builds', detail: sentences.join(' ') }];
}

/** Where policies grant the ARNs that are made of IDs of the file which were moved. */
function reasonsIn({ before, after }: Changed): readonly string[] {
  const stays = (reference: ModelReference) =>
    after.modelReferences.some(({ name }) => name.scope === null && name.base === reference.name.base);
  return [
    ...new Set(
      before.modelReferences.flatMap((reference) =>
        reference.granted === undefined || stays(reference) ? [] : [reference.granted],
      ),
    ),
  ];
}
