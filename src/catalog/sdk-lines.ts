import type { Provenance } from './schema.js';
import { sdkApiVersions, sdkFeatures } from './sdk-lines.generated.js';
import { isBefore } from './version.js';

/** The API version that a library sends with every request, from one of its versions on. */
export interface SdkApiVersion extends Provenance {
  readonly package: string;
  readonly from: string;
  readonly sends: string;
}

/** What a library knows only from one of its versions on. */
export interface SdkFeature extends Provenance {
  readonly package: string;
  /** `cachePoints`. */
  readonly feature: string;
  readonly since: string;
}

/** What a version of a library sends as API version, where that is more than it always did. */
export function apiVersionSentBy(name: string, version: string): SdkApiVersion | undefined {
  return sdkApiVersions.findLast((line) => line.package === name && isBefore(version, line.from) === false);
}

/** The feature as the library brought it, where the version given is older. */
export function missingFeature(name: string, version: string, feature: string): SdkFeature | undefined {
  return sdkFeatures.find(
    (line) => line.package === name && line.feature === feature && isBefore(version, line.since) === true,
  );
}
