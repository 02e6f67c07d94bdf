import type { Document } from '../documents/document.js';
import { lineIndex } from '../edits/line-index.js';
import type { Policy } from '../policy/policy.js';
import type { UnitOf } from '../project/units.js';
import type { ProjectClaim } from '../rules/finding.js';
import { callsUnknownModel, refusedBy } from '../rules/request/refused-by.js';
import type { ClaimAnswer } from './settle-repairs.js';

export interface OpenRequestsInput {
  /** Every candidate of the run. */
  readonly documents: () => Iterable<Document>;
  readonly unitOf: UnitOf;
  readonly policy: Policy;
}

export type RefusalClaim = Extract<ProjectClaim, { readonly kind: 'notRefused' }>;

/** Answers whether an ID may reach a request, in whichever file of its unit, that its successor refuses and nobody adapts. */
export function createOpenRequests({
  documents,
  unitOf,
  policy,
}: OpenRequestsInput): (claim: RefusalClaim, path: string) => ClaimAnswer {
  let open: readonly Document[] | null = null;
  const answers = new Map<string, ClaimAnswer>();
  return (claim, path) => {
    open ??= [...documents()].filter((document) => callsUnknownModel(document, policy));
    if (open.length === 0) return { holds: true };
    const unit = unitOf(path);
    const folder = readBelow(path);
    const key = [unit, folder, claim.from, claim.to].join('\0');
    const known = answers.get(key);
    if (known) return known;
    const answer = answerIn(
      open.filter((document) => unitOf(document.path) === unit && document.path.startsWith(folder)),
      claim,
      policy,
    );
    answers.set(key, answer);
    return answer;
  };
}

/** Where an ID may be read: `.env` belongs to the folder it lies in, everything else to its unit. */
function readBelow(path: string) {
  return /^(.*\/)\.env[^/]*$/.exec(path)?.[1] ?? '';
}

function answerIn(open: readonly Document[], { from, to }: RefusalClaim, policy: Policy): ClaimAnswer {
  for (const document of open) {
    const before = new Set(refusedBy(document, from, policy).map(({ rule, range }) => `${rule}:${range.join('-')}`));
    const refused = refusedBy(document, to, policy).find(
      ({ rule, range }) => !before.has(`${rule}:${range.join('-')}`),
    );
    if (!refused) continue;
    const line = lineIndex(document.text).lineOf(refused.range[0]);
    const what = refused.isMisread
      ? `reads the first block of an answer of a model that is not known there, and with \`${to}\` it may have no text`
      : `has a request for a model that is not known there, which \`${to}\` refuses`;
    return { holds: false, why: `${document.path}:${line} ${what} (${refused.rule})` };
  }
  return { holds: true };
}
