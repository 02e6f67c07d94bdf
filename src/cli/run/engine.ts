import type { Document } from '../../documents/document.js';
import { openDocument } from '../../documents/open.js';
import { collectFindings } from '../../planner/collect-findings.js';
import type { JudgedFile } from '../../planner/judged-file.js';
import { createOpenRequests } from '../../planner/open-requests.js';
import type { RuleSet } from '../../planner/rule-set.js';
import { createSentAlong } from '../../planner/sent-along.js';
import { createSentMessages } from '../../planner/sent-messages.js';
import type { Answer, SettledFinding } from '../../planner/settle-repairs.js';
import { settleRepairs } from '../../planner/settle-repairs.js';
import { createUnitCalls } from '../../planner/unit-calls.js';
import type { Policy } from '../../policy/index.js';
import { createFilePort } from '../../project/file-port.js';
import { listCandidates } from '../../project/files.js';
import { inProject } from '../../project/in-project.js';
import { createProjectIndex } from '../../project/project-index.js';
import { createUnits } from '../../project/units.js';
import type { ClaudeRule } from '../../rules/rule-meta.js';
import { ruleOptions } from '../../rules/rule-options.js';
import type { HeadStart } from './head-start.js';
import { openCandidates } from './open-candidates.js';
import type { Progress } from './progress.js';
import type { ReportedError } from '../report/report.js';

export interface EngineRequest {
  /** The working directory: all paths are relative to it. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly policy: Policy;
  readonly rules: readonly ClaudeRule[];
  readonly progress: Progress;
  /** What has begun already. */
  readonly start: HeadStart;
}

/** One look at a project. */
export interface EngineRun {
  /** How many files were listed. */
  readonly files: number;
  readonly checked: readonly JudgedFile[];
  /** Every candidate, also those only read for the sake of others. */
  readonly documents: ReadonlyMap<string, Document>;
  readonly errors: readonly ReportedError[];
  /** Something that was named could not be read, or a rule failed: silence about the rest would pass for an all-clear. */
  isCutShort(): boolean;
  /** Candidates with requests that the person did not ask about. */
  bystanders(): readonly Document[];
  /** Opens another text under a path, as the run did. */
  reopen(path: string, text: string): Document;
  /** Findings of a document under the claims the run answered. */
  judge(document: Document): readonly SettledFinding[];
  /** Answers claims for the file at `path`. */
  answerFor(path: string): Exclude<Answer, null>;
}

/** Lists, reads, opens, indexes and judges. A file or rule that fails is named in `errors`; the rest goes on. */
export async function runEngine({ root, paths, policy, rules, progress, start }: EngineRequest): Promise<EngineRun> {
  const errors: ReportedError[] = [];
  let hasFailed = false;
  const listing = await listCandidates(root, paths, start.files);
  for (const { path, message } of listing.errors) errors.push({ file: path, message });
  const files = createFilePort(root, 'run');
  const openText = (path: string, text: string) => openDocument({ path, text, files, settings: policy });
  const open = (path: string, text: string) => attempt(path, () => openText(path, text)) ?? null;
  const opened = await openCandidates({ root, listing, search: start.search, progress, open });
  const wanted = new Set(opened.some(({ result }) => result.kind === 'error') ? listing.files : []);
  const documents = new Map<string, Document>();
  for (const { path, result, document } of opened) {
    // What is only read for the sake of others is not what the person asked about.
    if (result.kind === 'error' && wanted.has(path)) errors.push({ file: result.path, message: result.message });
    if (document !== null) documents.set(path, document);
  }
  const unitOf = createUnits(listing.all);
  const index = createProjectIndex(unitOf);
  for (const document of documents.values())
    attempt(document.path, () => {
      index.add(document);
    });
  const refused = createOpenRequests({ documents: withRequests, unitOf, policy });
  const callsOf = createUnitCalls(documents, unitOf);
  const sentMessages = createSentMessages({ documents, callsOf, unitOf, policy });
  const sentAlong = createSentAlong({ documents, callsOf });
  const checked = documentsOf(listing.files).map(check);
  progress.clear();
  return { files: listing.files.length, checked, documents, errors, isCutShort, bystanders, reopen, judge, answerFor };

  function isCutShort() {
    const unread = opened.filter(({ path, result }) => result.kind === 'error' && listing.named.has(path));
    return hasFailed || unread.length > 0 || listing.errors.some(({ path }) => listing.named.has(path));
  }

  function documentsOf(paths: readonly string[]) {
    const found = paths === listing.all ? documents.values() : paths.map((path) => documents.get(path));
    return [...found].filter((document) => document !== undefined);
  }

  function check(document: Document): JudgedFile {
    if (document.parseError !== null)
      errors.push({ file: document.path, message: `not parsed, only scanned: ${document.parseError}` });
    const placed = inProject(document, index);
    return { document: placed, findings: judge(placed) };
  }

  function bystanders() {
    const asked = new Set(checked.map(({ document }) => document.path));
    return withRequests().filter(({ path }) => !asked.has(path));
  }

  function withRequests() {
    return [...documents.values()]
      .filter(({ modelCalls, samplingPairs }) => modelCalls.length > 0 || samplingPairs.length > 0)
      .map((document) => inProject(document, index));
  }

  function reopen(path: string, text: string) {
    return inProject(openText(path, text), index);
  }

  function judge(document: Document): readonly SettledFinding[] {
    const answer = answerFor(document.path);
    try {
      return settleRepairs(collectFindings(document, toRuleSet(rules, policy), policy), answer);
    } catch {
      // One rule fails: the others still speak.
      return rules.flatMap(
        (rule) =>
          attempt(document.path, () =>
            settleRepairs(collectFindings(document, toRuleSet([rule], policy), policy), answer),
          ) ?? [],
      );
    }
  }

  function answerFor(path: string): Exclude<Answer, null> {
    return (claim) => {
      switch (claim.kind) {
        case 'notRefused':
          return refused(claim, path);
        case 'sentMessages':
          return sentMessages(claim, path);
        case 'sentAlong':
          return sentAlong(claim, path);
        default:
          return index.answer(claim, path);
      }
    };
  }

  function attempt<T>(file: string, action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      hasFailed = true;
      errors.push({
        file,
        message: `internal error, please report it: ${error instanceof Error ? error.message : String(error)}`,
      });
      return undefined;
    }
  }
}

/** Rules with the options that the configuration gives them. */
export function toRuleSet(rules: readonly ClaudeRule[], policy: Policy): RuleSet {
  return rules.map((rule) => ({ rule, options: ruleOptions(rule, policy) }));
}
