import type { Day } from '../../catalog/schema.js';
import type { Level, Position } from '../../documents/facts.js';
import type { Data } from '../../rules/finding.js';
import type { TargetChoice } from '../follow-ups/target-choices.js';

/** What `--format json` prints. Documented: a change of meaning raises `schemaVersion`. */
export interface Report {
  readonly schemaVersion: 1;
  readonly asOf: Day;
  /** The newest day on which any fact of the catalog was checked. */
  readonly catalogVersion: Day;
  /** How many files were listed. */
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  readonly errors: readonly ReportedError[];
}

/** What `migrate --format json` prints: the findings are those that remain. */
export interface MigrationReport extends Report {
  /** What was to choose before it started: the models that code is moved to, and the newest. */
  readonly plan: MigrationPlan;
  readonly changes: readonly FileChange[];
  readonly leftAlone: readonly LeftAlone[];
  readonly followUps: readonly FollowUp[];
}

export interface MigrationPlan {
  readonly migrations: readonly string[];
  readonly families: readonly TargetChoice[];
}

/** What a migration asks of a person, because no edit can do it. */
export interface FollowUp {
  /** A stable name; `title` and `detail` are for people and may change. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Something to paste. */
  readonly code?: string;
}

/** A finding with everything a reader needs: words, lines and columns (1-based), and what may be done. */
export interface ReportedFinding extends Span {
  readonly file: string;
  /** `bedrock-claude/<name>`. */
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly level: Level;
  readonly position?: Position;
  readonly data: Data;
  readonly related?: readonly RelatedPlace[];
  readonly repairs: readonly { readonly id: string; readonly safety: 'safe' | 'review' }[];
}

export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface RelatedPlace extends Span {
  readonly file: string;
  readonly message: string;
}

export interface ReportedError {
  readonly file: string;
  readonly message: string;
}

export interface FileChange {
  readonly file: string;
  readonly edits: number;
  /** The inference profiles that the file names now and did not before. */
  readonly profiles: readonly string[];
  readonly applied: readonly AppliedRepair[];
}

export interface AppliedRepair {
  readonly rule: string;
  readonly repair: string;
  readonly safety: 'safe' | 'review';
  readonly line: number;
}

export interface LeftAlone {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly why: string;
}
