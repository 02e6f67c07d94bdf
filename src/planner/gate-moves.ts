import { parseModelName, printModelId } from '../catalog/model-id.js';
import type { Document } from '../documents/document.js';
import type { Place } from '../documents/prompt.js';
import type { Range } from '../edits/text-edit.js';
import { rangesOverlap } from '../edits/text-edit.js';
import type { Held } from './held-places.js';
import type { JudgedFile } from './judged-file.js';
import type { Select } from './migration.js';
import type { FilePlan } from './plan-file.js';
import type { Answer } from './settle-repairs.js';

/** Tests of model IDs and the IDs that wait for them: both change in one run, or neither does. */
export interface GateMoves {
  /** Answers claims for a file as they hold once the tests are repaired that this run repairs. */
  answerFor(path: string): Exclude<Answer, null>;
  /** Places that must stay as they are, now that these plans are made: IDs whose tests stay, and tests none of whose IDs moves. */
  heldBy(plans: ReadonlyMap<string, FilePlan>): readonly Held[];
}

/** What is known of the files that a run plans. */
export interface GateMovesInput {
  readonly files: readonly JudgedFile[];
  /** Answers claims for the file at a path. */
  readonly answerFor: (path: string) => Exclude<Answer, null>;
  /** Which repairs of the tests this run takes. */
  readonly select: Select;
}

interface Repaired {
  readonly path: string;
  readonly range: Range;
  readonly holdsFor: readonly string[];
}

/** An ID that moves because tests that told it from its successor are repaired. */
interface Reliance {
  readonly path: string;
  readonly from: string;
  readonly gates: readonly Place[];
  readonly why: string;
}

/** Looks at the tests of all files before any of them is planned. */
export function createGateMoves({ files, answerFor, select }: GateMovesInput): GateMoves {
  const documents = new Map(files.map(({ document }) => [document.path, document]));
  const repaired = files.flatMap((file) => repairedIn(file, select));
  const reliances = new Map<string, Reliance>();
  return { answerFor: answering, heldBy };

  function answering(path: string): Exclude<Answer, null> {
    const ask = answerFor(path);
    if (repaired.length === 0) return ask;
    return (claim) => {
      const answer = ask(claim);
      if (answer.holds || claim.kind !== 'noGuard' || !answer.gates) return answer;
      const { from, to } = claim;
      const isOpen = answer.gates.every((gate) => keepsBranch(find(gate), from, to));
      if (!isOpen) return answer;
      reliances.set([path, from, to].join('\0'), { path, from, gates: answer.gates, why: answer.why ?? '' });
      return { holds: true };
    };
  }

  function find(gate: Place) {
    return repaired.find(({ path, range }) => path === gate.path && rangesOverlap(range, gate.range));
  }

  function heldBy(plans: ReadonlyMap<string, FilePlan>) {
    const isEdited = ({ path, range }: Place) =>
      plans.get(path)?.edited.some((edited) => rangesOverlap(edited, range)) === true;
    const used = [...reliances.values()];
    const ids = used
      .filter(({ gates }) => !gates.every(isEdited))
      .flatMap(({ path, from, why }) => placesOf(documents.get(path), from).map((model) => ({ model, why })));
    const gates = repaired
      .filter((gate) => isEdited(gate))
      .filter(
        (gate) =>
          !used.some(
            ({ path, from, gates: needed }) =>
              needed.some((each) => each.path === gate.path && rangesOverlap(each.range, gate.range)) &&
              placesOf(documents.get(path), from).some(isEdited),
          ),
      )
      .map((model) => ({ model, why: 'it goes with the move of an ID that it tells apart, and none is moved' }));
    return [...ids, ...gates];
  }
}

function repairedIn({ document: { path }, findings }: JudgedFile, select: Select): readonly Repaired[] {
  return findings.flatMap(({ rule, finding }) => {
    const repair = finding.repairs.find((candidate) => select(rule, finding, candidate));
    return repair?.gate ? [{ path, ...repair.gate }] : [];
  });
}

/** Whether an ID takes the branch after its move that it takes now: the old test tells the two apart, so one answer says both. */
function keepsBranch(gate: Repaired | undefined, from: string, to: string) {
  const holds = (id: string) => gate?.holdsFor.includes(parseModelName(id)?.base ?? id) === true;
  return gate !== undefined && holds(from) === holds(to);
}

function placesOf(document: Document | undefined, id: string): readonly Place[] {
  return (document?.modelReferences ?? [])
    .filter(({ name }) => printModelId(name) === id)
    .map(({ range }) => ({ path: document?.path ?? '', range }));
}
