import { readFileSync } from 'node:fs';
import path from 'node:path';

export type Ttl = '5m' | '1h';

/** What the service knows of a model. `models.json` names the source of every field. */
export interface ModelFacts {
  readonly id: string;
  readonly generation: string;
  readonly endOfLife: string | null;
  /** Served by `bedrock-runtime`, and not by the Mantle endpoint alone. */
  readonly runtime: boolean;
  readonly profiles: readonly string[];
  readonly onDemandRegions: readonly string[];
  readonly mantleIds: readonly string[];
  readonly bodies: 'messages' | 'textCompletions';
  readonly caching: { readonly minTokens: number; readonly ttls: readonly Ttl[] } | null;
  readonly automaticCaching: boolean;
  readonly contextTokens: number | null;
  readonly maxOutputTokens: number | null;
  /** How many tokens its tokenizer makes of what older ones count as one. */
  readonly tokensPerToken: number;
  readonly thinking: readonly string[];
  readonly minimalThinkingUpToHighEffort: boolean;
  readonly effort: readonly string[];
  readonly effortNeedsBeta: string | null;
  /** `free`: any value is taken; otherwise only the default is tolerated. */
  readonly sampling: { readonly free: boolean; readonly temperatureWithTopP: boolean };
  readonly prefill: boolean;
  readonly systemRole: boolean;
  readonly forcedToolChoice: boolean | 'thinkingDisabled';
  readonly strictTools: boolean;
  readonly refusedToolTypes: readonly string[];
  readonly structuredOutputs: boolean;
  readonly apiVersions: readonly string[];
}

/** The models of the double, written from vendor documents and independent of the catalog in `src/`. */
export const allModels: readonly ModelFacts[] = readModels();

function readModels() {
  const text = readFileSync(path.join(import.meta.dirname, 'models.json'), 'utf8');
  // The file stands beside this one and is written in the shape above.
  return (JSON.parse(text) as { readonly models: readonly ModelFacts[] }).models;
}
