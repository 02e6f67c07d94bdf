/**
 * The slice of ESLint's rule contract that this plugin uses, the same in ESLint 9, 10 and oxlint.
 * Stated here rather than imported, so that the published types depend on no version of ESLint.
 */
export interface RuleContext<Id extends string = string> {
  readonly id: string;
  readonly cwd: string;
  readonly filename: string;
  readonly settings: object;
  readonly options: readonly unknown[];
  readonly sourceCode: TextSourceCode | BinarySourceCode;
  report(descriptor: ReportDescriptor<Id>): void;
}

/** What a language for images or the like would hand over; none of ours does. */
export interface BinarySourceCode {
  readonly body: unknown;
}

/** Source code of any language. Only JavaScript's has scopes. */
export interface TextSourceCode {
  readonly text: string;
  readonly ast: unknown;
  readonly scopeManager?: unknown;
  readonly visitorKeys?: unknown;
  getLocFromIndex?(index: number): Position;
  /** Every language other than JavaScript has it; JavaScript's root has `loc`. */
  getLoc?(node: unknown): SourceLocation;
}

export interface Position {
  line: number;
  column: number;
}

export interface SourceLocation {
  start: Position;
  end: Position;
}

/** Turns a range and its new text into whatever the running ESLint calls an edit. */
export interface Fixer<Edit> {
  replaceTextRange(range: [number, number], text: string): Edit;
}

export type Fix = <Edit>(fixer: Fixer<Edit>) => Edit[];

export interface Suggestion<Id extends string> {
  messageId: Id;
  data?: Record<string, string>;
  fix: Fix;
}

export interface ReportDescriptor<Id extends string> {
  loc: SourceLocation;
  messageId: Id;
  data?: Record<string, string>;
  fix?: Fix;
  suggest?: Suggestion<Id>[];
}

export type RuleListener = Record<string, () => void>;
