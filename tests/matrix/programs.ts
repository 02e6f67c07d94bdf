import { features } from './features.js';
import type { Feature, FeatureName } from './features.js';
import { sourceModels } from './generations.js';
import type { Source, SourceModel } from './generations.js';
import type { Surface } from './program.js';
import type { Reading } from './request-spec.js';
import { aiSdks } from './surfaces/ai-sdk.js';
import { anthropic, anthropic1 } from './surfaces/anthropic.js';
import { aggregated, converse } from './surfaces/aws-sdk.js';
import { converseStream } from './surfaces/converse-stream.js';
import { http } from './surfaces/http.js';
import { invokeModel, invokeStream } from './surfaces/invoke-model.js';
import { langchain } from './surfaces/langchain.js';
import { strands } from './surfaces/strands.js';
import { toConverse } from './surfaces/to-converse.js';

/** A program of a source generation with one feature. */
export interface Program {
  readonly name: string;
  /** Below the project, with its folder. */
  readonly file: string;
  readonly surface: string;
  readonly feature: FeatureName;
  readonly source: Source;
  readonly model: SourceModel;
  /** The ID as it is written. */
  readonly id: string;
  readonly text: string;
  readonly reads: Reading;
}

/** Each way to call Claude, and of how many generations a feature is tried on it. */
const surfaces: readonly (readonly [Surface, number])[] = [
  [converse, 5],
  [invokeModel, 5],
  [anthropic, 5],
  [converseStream, 2],
  [invokeStream, 2],
  [http, 2],
  [langchain, 2],
  [strands, 2],
  [aggregated, 1],
  [anthropic1, 1],
  ...aiSdks.map((surface): readonly [Surface, number] => [surface, surface.folder === 'main' ? 5 : 1]),
  ...toConverse.map((surface): readonly [Surface, number] => [surface, 2]),
];

/** Every program: generations take turns where a surface does not have them all, and so do families and styles. */
export const programs: readonly Program[] = surfaces.flatMap(([surface, generations], turn) =>
  features.flatMap((feature, at) =>
    inTurn(feature.sources, turn + at, generations).flatMap((source, nth) => {
      const program = programOf(surface, feature, source, { model: turn + at, shape: turn + nth });
      return program ? [program] : [];
    }),
  ),
);

function inTurn<T>(all: readonly T[], turn: number, count: number): readonly T[] {
  const start = turn % all.length;
  return [...all.slice(start), ...all.slice(0, start)].slice(0, count);
}

interface Turn {
  readonly model: number;
  readonly shape: number;
}

function programOf(surface: Surface, feature: Feature, source: Source, turn: Turn): Program | null {
  const spec = feature.spec(source);
  const isCompletionModel = source === 'instant' || source === '2';
  // Bodies of text completions are features of their own.
  if (isCompletionModel && !spec.completion && !surface.name.startsWith('converse')) return null;
  const candidates = sourceModels[source].filter(
    ({ id, bare }) => (feature.id !== 'bare' || bare) && (feature.only?.test(id) ?? true),
  );
  const model = candidates[turn.model % candidates.length];
  if (!model) return null;
  // Where no Region is written, nothing in the whole package may say one.
  const isAnywhere = feature.name === 'bare-id-anywhere';
  if (isAnywhere && surface.folder !== 'main') return null;
  const folder = isAnywhere ? 'anywhere' : surface.folder;
  const id = feature.id !== 'geographic' && model.bare ? model.id : `us.${model.id}`;
  const text = surface.program(spec, {
    id,
    shape: turn.shape % 2 === 0 ? 'inline' : 'constants',
    region: isAnywhere ? 'process.env.AWS_REGION' : `'us-east-1'`,
  });
  if (text === null) return null;
  const name = [surface.name, feature.name, source.replace('.', '')].join('.');
  const { reads } = spec;
  return {
    name,
    file: `${folder}/${name}.ts`,
    surface: surface.name,
    feature: feature.name,
    source,
    model,
    id,
    text,
    reads,
  };
}
