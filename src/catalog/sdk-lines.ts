import type { Provenance } from './schema.js';
import { sdkApiVersions, sdkDefaults, sdkFeatures } from './sdk-lines.generated.js';
import { isBefore } from './version.js';

/** The API version that a library sends with every request, from one of its versions on. */
export interface SdkApiVersion extends Provenance {
  readonly package: string;
  readonly from: string;
  readonly sends: string;
}

export type SdkFeatureName =
  'cachePoints' | 'converse' | 'dropsRefusedSampling' | 'dropsTopPBesideTemperature' | 'relaxesToolChoice';

/** What a library, in versions before one, sends where the program sets nothing. */
export interface SdkDefault extends Provenance {
  readonly package: string;
  readonly before: string;
  readonly temperature: number;
}

/** What a library knows only from one of its versions on. */
export interface SdkFeature extends Provenance {
  readonly package: string;
  readonly feature: SdkFeatureName;
  /** `0.0.0` = it always did. */
  readonly since: string;
}

/** What a version of a library sends as API version, where that is more than it always did. */
export function apiVersionSentBy(name: string, version: string): SdkApiVersion | undefined {
  return sdkApiVersions.findLast((line) => line.package === name && isBefore(version, line.from) === false);
}

/** The feature as the library brought it, where the version given is older. */
export function missingFeature(name: string, version: string, feature: SdkFeatureName): SdkFeature | undefined {
  return sdkFeatures.find(
    (line) => line.package === name && line.feature === feature && isBefore(version, line.since) === true,
  );
}

/** Whether a version of a library has a feature; `null` where the version is not known, or no line speaks of the library. */
export function hasFeature(name: string, version: string | null, feature: SdkFeatureName): boolean | null {
  const line = sdkFeatures.find((each) => each.package === name && each.feature === feature);
  if (line?.since === '0.0.0') return true;
  const before = line && version !== null ? isBefore(version, line.since) : null;
  return before === null ? null : !before;
}

/** The temperature that a version of a library sends where the program sets none; `null` = none. */
export function temperatureSentBy(name: string, version: string): number | null {
  const line = sdkDefaults.find((each) => each.package === name && isBefore(version, each.before) === true);
  return line?.temperature ?? null;
}
