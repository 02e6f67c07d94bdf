import { refusesDefaults } from '../../catalog/request-words.js';
import { apiVersionSentBy, hasFeature, temperatureSentBy } from '../../catalog/sdk-lines.js';
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

/** What the library of a call does with sampling parameters. */
export function librarySampling({ surface, library }: ModelCall): LibrarySampling {
  if (!library) return sendsAll;
  const { name, version, declared } = library;
  if (surface !== 'AiSdk') {
    const sent = version === null ? undefined : apiVersionSentBy(name, version)?.sends;
    return { ...sendsAll, asksForStrictApi: sent !== undefined && refusesDefaults(sent) };
  }
  return {
    ...sendsAll,
    dropsRefused: hasFeature(name, version, 'dropsRefusedSampling') ?? 'unknown',
    dropsPair: hasFeature(name, version, 'dropsTopPBesideTemperature') ?? false,
    // In all versions read, for whichever provider of Bedrock.
    dropsForThinking: true,
    defaultTemperature: temperatureSentBy(name, version, declared?.range),
  };
}
