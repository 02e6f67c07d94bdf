import { circumstanceOf } from './cells.js';
import type { Cell, Circumstance } from './cells.js';
import type { FeatureName } from './features.js';
import type { Source, Target } from './generations.js';

/**
 * What a migration makes of a cell.
 * - `migrates`: the program ends on the moved model, compiles, and answers as it did.
 * - `leftAlone`: not a byte changes, and the report says why, with this text in it.
 */
export type Outcome = { readonly kind: 'migrates' } | { readonly kind: 'leftAlone'; readonly why: string };

/** Cells that share an outcome: those that all the lists which are there name. */
export interface Declaration {
  /** Speaks of the cells in this circumstance only; without one, of those in none. */
  readonly in?: Circumstance;
  readonly features?: readonly FeatureName[];
  readonly targets?: readonly Target[];
  readonly surfaces?: readonly string[];
  readonly sources?: readonly Source[];
  readonly outcome: Outcome;
}

const migrates: Outcome = { kind: 'migrates' };
const older: readonly Target[] = ['nearest', '4.6'];
/** Surfaces whose answers come in pieces. */
const inPieces: readonly string[] = ['converse-stream', 'invoke-stream'];
const inBlocks: readonly string[] = ['converse', 'aggregated', 'invoke-model', 'http', 'anthropic', 'anthropic1'];

const declarations: readonly Declaration[] = [
  { in: 'noModel', outcome: { kind: 'leftAlone', why: 'names no active model of this family' } },
  {
    in: 'newApiVersion',
    outcome: { kind: 'leftAlone', why: 'a person chooses between another version of the library and another model' },
  },
  {
    in: 'sdkTemperature',
    features: ['thinking-enabled'],
    outcome: { kind: 'leftAlone', why: 'this version of the library knows no adaptive thinking' },
  },
  {
    in: 'sdkTemperature',
    features: [
      ...['bare-id', 'geographic-id', 'temperature-and-top-p', 'temperature', 'top-k', 'thinking-disabled'],
      ...[
        'prefill',
        'tool-choice-tool',
        'tool-choice-any',
        'dead-beta',
        'context-1m',
        'max-tokens',
        'exact-tool-input',
      ],
    ] as const satisfies readonly FeatureName[],
    outcome: { kind: 'leftAlone', why: 'the library sends it: update the library' },
  },
  {
    features: [
      ...['bare-id', 'bare-id-anywhere', 'geographic-id'],
      ...['temperature-and-top-p', 'temperature', 'top-k'],
      ...['thinking-enabled', 'thinking-disabled', 'thinking-wrong-shape', 'reasoning-config'],
      ...['tool-choice-tool', 'tool-choice-any', 'strict-tools'],
      ...['text-editor', 'bash', 'dead-beta', 'max-tokens', 'first-block'],
    ] as const satisfies readonly FeatureName[],
    outcome: migrates,
  },
  // The nearest generation takes fewer tokens than the flag asks for.
  { features: ['context-1m'], targets: ['nearest'], outcome: { kind: 'leftAlone', why: 'it asks for a context of' } },
  { features: ['context-1m'], targets: ['4.6', 'latest'], outcome: migrates },
  // Prefill: code that puts the opening before the answer has to change with the request.
  { features: ['prefill'], targets: ['nearest'], outcome: migrates },
  {
    features: ['prefill'],
    targets: ['4.6', 'latest'],
    surfaces: [...inBlocks.filter((surface) => surface !== 'http'), ...inPieces, 'ai4', 'ai5', 'ai6', 'ai7'],
    outcome: migrates,
  },
  {
    features: ['prefill'],
    targets: ['4.6', 'latest'],
    surfaces: ['http'],
    outcome: {
      kind: 'leftAlone',
      why: 'the program does not put the text of the turn before the answer where that can be seen',
    },
  },
  {
    features: ['prefill'],
    targets: ['4.6', 'latest'],
    surfaces: ['langchain'],
    outcome: { kind: 'leftAlone', why: "the system prompt can't be extended by an edit" },
  },
  // Structured outputs are there up to 4.6.
  { features: ['output-format'], targets: older, outcome: migrates },
  {
    features: ['output-format'],
    targets: ['latest'],
    outcome: { kind: 'leftAlone', why: 'a person writes what the answer must look like' },
  },
  // Computer use: no vendor says which version models after 4.8 take beside the one of early 2025.
  { features: ['computer'], targets: older, outcome: migrates },
  { features: ['computer'], targets: ['latest'], sources: ['3.7', '4', '4.1'], outcome: migrates },
  {
    features: ['computer'],
    targets: ['latest'],
    sources: ['3.5'],
    outcome: { kind: 'leftAlone', why: 'no version is known that the model takes' },
  },
  // Text completions: request and answer change together.
  { features: ['completion', 'completion-sampling'], outcome: migrates },
  // Exact comparisons with the input of a tool.
  { features: ['exact-tool-input'], outcome: migrates },
];

export function declarationsOf(cell: Cell): readonly Declaration[] {
  return declarations.filter((declaration) => names(declaration, cell));
}

function names(declaration: Declaration, cell: Cell) {
  const { features, targets, surfaces, sources } = declaration;
  const { program, target } = cell;
  return (
    (declaration.in ?? null) === circumstanceOf(cell) &&
    (features?.includes(program.feature) ?? true) &&
    (targets?.includes(target) ?? true) &&
    (surfaces?.includes(program.surface) ?? true) &&
    (sources?.includes(program.source) ?? true)
  );
}
