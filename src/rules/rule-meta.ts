import type { Document, Format } from '../documents/document.js';
import type { DetectContext, Finding } from './finding.js';
import type { RuleContext, RuleListener } from './eslint/eslint-contract.js';

/** A preset of the plugin; a rule names the ones it belongs to. */
export type Preset = 'recommended' | 'strict' | 'latest' | 'residency';

export type Safety = 'safe' | 'review';

/** What one repair of a rule says, and how safe it may be. */
export interface RepairMeta {
  readonly message: string;
  readonly safeties: readonly Safety[];
  /** The repair adds an import, so a policy can't promote it to a fix. */
  readonly imports?: boolean;
}

/** The part of JSON Schema that rule options need. */
export type OptionSchema =
  | { type: 'string'; description?: string; enum?: string[]; pattern?: string }
  | { type: 'number' | 'integer'; description?: string; minimum?: number; maximum?: number }
  | { type: 'boolean'; description?: string }
  | { type: 'array'; description?: string; items: OptionSchema; minItems?: number; uniqueItems?: boolean }
  | {
      type: 'object';
      description?: string;
      properties?: Record<string, OptionSchema>;
      additionalProperties: boolean | OptionSchema;
    };

/** The schema of a rule's single options object. */
export interface OptionsSchema {
  type: 'object';
  properties: Record<string, OptionSchema>;
  additionalProperties: false;
}

/** What the author of a rule states about it. */
export interface RuleMetaInput<M extends string, R extends string, Options> {
  readonly type: 'problem' | 'suggestion';
  readonly docs: {
    readonly description: string;
    readonly presets: readonly Preset[];
    /** Severity in the presets. */
    readonly severity: 'error' | 'warn';
  };
  readonly messages: Readonly<Record<M, string>>;
  readonly repairs: Readonly<Record<R, RepairMeta>>;
  readonly schema: OptionsSchema;
  readonly defaultOptions: Options;
  /** Formats the rule has anything to say about; default: all. */
  readonly formats?: readonly Format[] | 'all';
}

/** A rule's `meta` as ESLint, the CLI and the documentation read it. */
export interface RuleMeta<M extends string = string, R extends string = string> {
  type: 'problem' | 'suggestion';
  docs: { description: string; url: string; presets: readonly Preset[]; severity: 'error' | 'warn' };
  /** The texts of findings and of repairs: ESLint knows one table for both. */
  messages: Record<M | R, string>;
  repairs: Readonly<Record<R, RepairMeta>>;
  schema: [OptionsSchema];
  fixable?: 'code';
  hasSuggestions: boolean;
  languages: string[];
  formats: readonly Format[] | 'all';
}

/** A genuine ESLint rule that also carries its detection for the other doors. */
export interface ClaudeRule<M extends string = string, R extends string = string, Options extends object = object> {
  name: string;
  meta: RuleMeta<M, R>;
  /**
   * Not in `meta`, nor in its schema: ESLint fills in what stands there, and an option that is written would look the same
   * as one that is not. One that is written wins over the policy's.
   */
  defaultOptions: [Options];
  create(context: RuleContext<M | R>): RuleListener;
  detect(document: Document, context: DetectContext<Options>): Iterable<Finding<M, R>>;
}
