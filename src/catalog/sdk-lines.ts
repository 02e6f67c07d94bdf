import type { Provenance } from './schema.js';
import { sdkApiVersions, sdkDefaults, sdkFeatures, sdkOutputTools } from './sdk-lines.generated.js';
import { isAllBefore, isBefore, oldestOf } from './version.js';

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

/** How versions of a library ask for structured output: with a tool that the request forces. */
export interface SdkOutputTool extends Provenance {
  readonly package: string;
  readonly from: string;
  /** `null` = there is no newer line. */
  readonly before: string | null;
  /** What a program asks for it with: `generateObject` and its sibling, or the `output` of other calls. */
  readonly forcedBy: readonly string[];
  /** IDs of models that are not sent such a request. */
  readonly spares: readonly string[];
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

/**
 * Whether a library forces a tool where a program asks a model for structured output in some way; `null` where that depends on a version that is
 * not known.
 *
 * @param declared what package.json asks for, where no version is installed
 */
export function forcesOutputTool(
  name: string,
  version: string | null,
  declared: string | undefined,
  asked: string,
  model: string,
): boolean | null {
  const answers = outputToolLines(name, version, declared)?.map(
    ({ forcedBy, spares }) => forcedBy.includes(asked) && !spares.includes(model),
  );
  const [first, ...others] = answers ?? [];
  return first !== undefined && others.every((each) => each === first) ? first : null;
}

/** The first version on the newest line of a library that forces no tool on a model; `null` where every one does. */
export function sparesOutputToolFrom(name: string, model: string): string | null {
  const line = sdkOutputTools.findLast((each) => each.package === name);
  return line?.spares.includes(model) === true ? line.from : null;
}

/** The lines that versions may belong to; all of them where nothing is known. */
function outputToolLines(name: string, version: string | null, declared: string | undefined) {
  const lines = sdkOutputTools.filter((each) => each.package === name);
  const oldest = version ?? (declared === undefined ? null : oldestOf(declared));
  if (oldest === null) return lines;
  const at = lines.findIndex(
    ({ from, before }) => isBefore(oldest, from) === false && (before === null || isBefore(oldest, before) === true),
  );
  if (at === -1) return undefined;
  if (version !== null || /^\d/.test(declared ?? '')) return lines.slice(at, at + 1);
  const isOpen = declared?.startsWith('>') === true;
  return lines.slice(at).filter(({ from }) => isOpen || majorOf(from) === majorOf(oldest) || from === lines[at]?.from);
}

function majorOf(version: string) {
  return version.slice(0, version.indexOf('.'));
}

/**
 * The temperature that a library sends where the program sets none; `null` = none, or nobody knows.
 *
 * @param version what is installed; `null` = nothing is known to be
 * @param declared what package.json asks for, where no version is installed
 */
export function temperatureSentBy(name: string, version: string | null, declared: string | undefined): number | null {
  const line = sdkDefaults.find((each) => {
    if (each.package !== name) return false;
    if (version !== null) return isBefore(version, each.before) === true;
    return declared !== undefined && isAllBefore(declared, each.before) === true;
  });
  return line?.temperature ?? null;
}
