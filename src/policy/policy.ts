import type { Catalog, Target } from '../catalog/catalog.js';
import type { RuleOptions } from './rule-options.js';
import type { WRAPPER_SURFACES } from './wrapper-surfaces.js';
import type { Day, Scope } from '../catalog/schema.js';

/** What a team wants, from flags, settings, the configuration file and defaults, checked and frozen. */
export interface Policy {
  readonly asOf: Day;
  readonly target: Target;
  readonly minRunwayDays: number;
  /** What becomes of active models of which the family has a newer one, where the target is the latest. */
  readonly superseded: 'keep' | 'move';
  readonly profile: 'global' | 'keep' | Scope;
  /** Whether `profile` was named by a person rather than being the default. */
  readonly profileNamed: boolean;
  /** The only scopes allowed; `null` = no restriction. */
  readonly residency: readonly Scope[] | null;
  readonly warnWithinDays: number;
  readonly minTokens: number;
  readonly repairStyle: 'runtime' | 'inline';
  /** Repair ids that a team wants as `fix`. */
  readonly promote: readonly string[];
  /** Functions whose first argument is a request of a surface. */
  readonly wrappers: readonly {
    readonly module: string;
    readonly name: string;
    readonly surface: (typeof WRAPPER_SURFACES)[number];
  }[];
  readonly profiles: Readonly<Record<string, string>>;
  /** Options of rules, for every way in. */
  readonly rules: RuleOptions;
  /** Report `note` findings too. */
  readonly notes: boolean;
  readonly catalog: Catalog;
}
