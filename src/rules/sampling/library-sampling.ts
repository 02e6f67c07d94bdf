import type { ModelCall } from '../../documents/facts.js';

/** What a library makes of sampling parameters before it sends a request. */
export interface LibrarySampling {
  /** It leaves out what the model refuses, with a warning; `unknown` where that hangs on a version nobody knows. */
  readonly dropsRefused: boolean | 'unknown';
  /** It leaves out `topP` where a temperature is set. */
  readonly dropsPair: boolean;
  /** It leaves out every parameter where the request asks for thinking. */
  readonly dropsForThinking: boolean;
  /** The temperature that it sends where none is set; `null` where it sends none. */
  readonly defaultTemperature: number | null;
  /** It asks for a version of the API in which a model that takes no sampling refuses even its defaults. */
  readonly asksForStrictApi: boolean;
}

const sendsAll: LibrarySampling = {
  dropsRefused: false,
  dropsPair: false,
  dropsForThinking: false,
  defaultTemperature: null,
  asksForStrictApi: false,
};

/**
 * Read in the packages themselves, 2.2.12 (of AI SDK 4), 3.0.137, 4.0.186 and 5.0.101 of `@ai-sdk/amazon-bedrock`:
 * - all leave sampling out for Claude that thinks;
 * - 5.0.93 and later leave out what newer models refuse ("omit unsupported sampling parameters for newer Claude models" in its changelog);
 * - `prepareCallSettings` of AI SDK 4 sends `temperature: 0` where none is set, later ones send nothing.
 *
 * `@anthropic-ai/bedrock-sdk` sends version 2026-10-21 of the API from 1.0 on (Anthropic, API versions, November 2026).
 */
const providerPackage = '@ai-sdk/amazon-bedrock';
const dropsSince = [5, 0, 93] as const;
const lastMajorWithDefault = 2;
const anthropicPackage = '@anthropic-ai/bedrock-sdk';
const strictApiSince = [1] as const;

/** What the library of a call does with sampling parameters. */
export function librarySampling({ surface, library, provesClaude, sampling }: ModelCall): LibrarySampling {
  const version = versionOf(library);
  if (library?.name === anthropicPackage)
    return { ...sendsAll, asksForStrictApi: version !== null && isAtLeast(version, strictApiSince) };
  if (surface !== 'AiSdk' || library?.name !== providerPackage) return sendsAll;
  // The provider of Anthropic's own models, in the versions read: it takes the pair apart, and leaves out what a model refuses.
  if (provesClaude && !sampling.temperature && !sampling.topP && !sampling.topK)
    return { ...sendsAll, dropsRefused: true, dropsPair: true, dropsForThinking: true };
  if (version === null) return { ...sendsAll, dropsRefused: 'unknown', dropsForThinking: true };
  return {
    ...sendsAll,
    dropsRefused: isAtLeast(version, dropsSince),
    dropsForThinking: true,
    defaultTemperature: (version[0] ?? 0) <= lastMajorWithDefault ? 0 : null,
  };
}

function versionOf(library: ModelCall['library']) {
  const version = library?.version ?? null;
  return version === null ? null : version.split('.').map((part) => Number.parseInt(part, 10));
}

function isAtLeast(version: readonly number[], wanted: readonly number[]) {
  for (const [index, part] of wanted.entries()) {
    const own = version[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}
