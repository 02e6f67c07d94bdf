import {
  isSuccess,
  missingReasons,
  reasonsToName,
  type Vocabulary,
  vocabularyOf,
} from '../../../catalog/stop-reasons.js';
import type { StopReasonCheck } from '../../stop-reason-check.js';
import type { Role, Trace, Use } from '../answer/value.js';
import type { Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { courseOf } from './flow-after.js';
import { comparedWords, type Decision, decisionsOf } from './decision.js';
import { effectOf } from './effect-of.js';
import { chainOf, othersOf } from './if-chain.js';
import { defaultCourse, switchCases } from './switch-cases.js';
import { type Table, tableOf } from './reason-table.js';
import { isSeenElsewhere } from './seen-elsewhere.js';
import { isLost } from './lost-exception.js';
import { isSentAgain } from './sent-again.js';
import { reasonMatch, type ReasonMatch } from './reason-match.js';
import { switchesOnTrue } from './switch-on-true.js';

/** What the checks of one answer share. */
export interface CheckContext {
  readonly tree: SyntaxTree;
  readonly reach: Reach;
  readonly trace: Trace;
  readonly vocabulary: Vocabulary;
  /** Uses of the reason itself. */
  readonly reasonUses: readonly Use[];
  readonly decisions: readonly Decision[];
  readonly tables: readonly Table[];
  readonly matches: readonly ReasonMatch[];
  /** Every reason that some code names. */
  readonly named: ReadonlySet<string>;
  /** Reasons that no code tells from success. */
  readonly missing: readonly string[];
  /** What to write where cases or rows for these are added. */
  readonly toName: readonly string[];
  /** Somewhere, all reasons that nobody names end in an exception, or in the hands of the runtime. */
  readonly isCovered: boolean;
  /** The reason also goes where other code may judge it. */
  readonly isSeenElsewhere: boolean;
  /** No model of another provider can have given the answer, or all of them answer in these words. */
  readonly isSurelyClaude: boolean;
}

/** A check, or the verdict that a place is fine, with the node that stands for the place. */
export interface Draft {
  readonly key: Node;
  readonly check: StopReasonCheck | null;
}

export function checkContext(tree: SyntaxTree, trace: Trace, reach: Reach): CheckContext | null {
  const { dialect, vocabulary: own } = trace.origin;
  if (dialect === 'strands') return null;
  const vocabulary = vocabularyOf(own ?? dialect);
  const ownUses = trace.uses.filter(
    (use) => use.value.kind === 'reason' && (use.value.within.length === 0 || leaving.has(use.role)),
  );
  const reasonUses = [...ownUses, ...switchesOnTrue(tree, ownUses)];
  const decisions = reasonUses
    .filter(({ role }) => role === 'compared' || role === 'listed')
    .flatMap((use) => decisionsOf(tree, use, reach));
  const tables = reasonUses
    .filter(({ role }) => role === 'looked')
    .flatMap((use) => tableOf(tree, use, vocabulary, reach) ?? []);
  const matches = reasonUses
    .filter(({ role }) => role === 'matched')
    .flatMap((use) => reasonMatch(tree, use, reach) ?? []);
  const switches = reasonUses.filter(({ role }) => role === 'switched');
  const named = new Set([
    ...reasonUses.flatMap((use) => comparedWords(tree, use, reach)),
    ...switches.flatMap(({ at }) => switchCases(tree, at, reach).flatMap(({ words }) => words)),
    ...tables.flatMap(({ rows }) => rows.map(({ reason }) => reason)),
    ...matches.flatMap(({ words }) => words.map(({ value }) => value)),
  ]);
  return {
    tree,
    reach,
    trace,
    vocabulary,
    reasonUses,
    decisions,
    tables,
    matches,
    named,
    missing: missingReasons(vocabulary, named),
    toName: reasonsToName(vocabulary, named),
    isCovered:
      trace.uses.some(({ role }) => role === 'asserted') ||
      decisions.some((decision) => throwsOthers(tree, decision, trace.uses, vocabulary)) ||
      switches.some(({ at }) => effectOf(tree, defaultCourse(tree, at), []).others === 'throws') ||
      matches.some(({ otherwise }) => 'ends' in otherwise && effectOf(tree, otherwise, []).others === 'throws'),
    isSeenElsewhere:
      decisions.length + switches.length + tables.length + matches.length > 0 &&
      isSeenElsewhere(tree, trace.uses, decisions),
    isSurelyClaude: trace.origin.isUnproven !== true || readsClaudeAlone(trace),
  };
}

/** Every member of the answer that is read is one of Claude's. */
function readsClaudeAlone({ uses }: Trace): boolean {
  const names = uses.flatMap(({ role, value, at }) =>
    role === 'member' && value.kind === 'answer' && value.within.length === 0 ? [memberName(at)] : [],
  );
  return names.includes('content') && names.every((name) => name !== null && claudeMembers.has(name));
}

const claudeMembers: ReadonlySet<string> = new Set([
  'content',
  'id',
  'model',
  'role',
  'stop_details',
  'stop_reason',
  'stop_sequence',
  'type',
  'usage',
]);

function memberName(at: Node): string | null {
  if (at.type === 'MemberExpression') return staticName(at.property, at.computed);
  return at.type === 'Property' ? staticName(at.key, at.computed) : null;
}

/** What becomes of a reason as part of something else. */
const leaving: ReadonlySet<Role> = new Set<Role>(['forwarded', 'handedOn', 'logged', 'returned']);

/** `if (reason !== 'end_turn') throw …`, and a chain of which the last `else` throws. */
function throwsOthers(tree: SyntaxTree, decision: Decision, uses: readonly Use[], vocabulary: Vocabulary): boolean {
  const { holder } = decision;
  if (!decision.words.some(({ value }) => isSuccess(vocabulary, value))) return false;
  if (holder.type === 'CallExpression') return decision.isPositive;
  if (holder.type !== 'IfStatement') return false;
  const course = decision.isPositive
    ? othersOf(tree, chainOf(tree, holder))
    : courseOf(tree, holder.consequent, holder);
  return effectOf(tree, course, uses).others === 'throws';
}

/** What every check says of its answer. */
export function describe(
  context: CheckContext,
  own: Omit<
    StopReasonCheck,
    'dialect' | 'vocabulary' | 'surface' | 'handled' | 'becomes' | 'instead' | 'mend' | 'missing' | 'subject'
  > &
    Partial<StopReasonCheck> & { readonly reason: Node | null },
): StopReasonCheck {
  const { origin } = context.trace;
  const { reason, mend = null, ...rest } = own;
  return {
    dialect: origin.dialect,
    vocabulary: context.vocabulary.name,
    surface: origin.surface,
    subject: reason && { text: context.tree.text.slice(...reason.range), range: reason.range },
    handled: [],
    missing: context.missing,
    becomes: null,
    instead: null,
    mend: mayThrow(context, mend) ? mend : null,
    ...rest,
  };
}

/** Not before what other code does about the reason, nor where the exception has the request sent again or helps nobody. */
function mayThrow({ tree, isSeenElsewhere }: CheckContext, mend: StopReasonCheck['mend']): boolean {
  const place = mend?.kind === 'guard' ? mend.place : mend?.kind === 'cases' ? mend.throws?.place : undefined;
  return !place || !(isSeenElsewhere || isSentAgain(tree, place.at) || isLost(tree, place.at));
}
