import { idPattern } from './base-model-id.js';
import { nameOf } from './catalog-row.js';
import { names, profiles, scopes } from './catalog.generated.js';
import { InferenceProfileError } from './inference-profile-error.js';
import type { InferenceProfileErrorCode } from './inference-profile-error.js';

/** What {@link inferenceProfile} may choose from. Absent and `undefined` mean the same, so settings can be passed on. */
export interface InferenceProfileOptions {
  /** The geography to use: `global`, `us`, `eu`, `jp`, … Nothing else will do. */
  readonly scope?: string | undefined;
  /** The AWS region the request starts in. Only profiles that can be called from it are chosen, its own geography first. */
  readonly region?: string | undefined;
  /** The only geographies that may be chosen, best first: where data must stay. */
  readonly allowedScopes?: readonly string[] | undefined;
}

type Fail = (code: InferenceProfileErrorCode, message: string) => never;

const scopePattern = /^[a-z-]{2,17}$/;
const regionPattern = /^[a-z-]{2,17}-\d+$/;

/**
 * The inference profile ID to call a Claude model by.
 *
 * A model ID gets the first of `allowedScopes` that it has. Without them it gets the geography of `region`, or `global`
 * where it has none there or no region is named. A profile ID keeps its geography where the options allow it and changes
 * to one that they allow where not. An ARN is returned as it is, unless it names a
 * geography that the options rule out. A model newer than this package needs a `scope`.
 *
 * @example
 * ```ts
 * inferenceProfile('anthropic.claude-haiku-4-5-20251001-v1:0'); // 'global.anthropic.claude-haiku-4-5-20251001-v1:0'
 * inferenceProfile('anthropic.claude-sonnet-4-6', { region: 'eu-west-1' }); // 'eu.anthropic.claude-sonnet-4-6'
 * inferenceProfile('us.anthropic.claude-sonnet-4-6', { scope: 'jp' }); // 'jp.anthropic.claude-sonnet-4-6'
 * inferenceProfile('global.anthropic.claude-sonnet-4-6', { allowedScopes: ['eu', 'us'] }); // 'eu.anthropic.claude-sonnet-4-6'
 * ```
 *
 * @throws {@link InferenceProfileError} when no profile meets the options; its `code` is stable.
 */
export function inferenceProfile(modelId: string, options: InferenceProfileOptions = {}): string {
  const { scope, region, allowedScopes } = options;
  const fail: Fail = (code, message) => {
    throw new InferenceProfileError(code, modelId, `\`${modelId}\`: ${message}.`);
  };
  for (const name of [scope ?? [], allowedScopes ?? []].flat()) {
    if (!scopePattern.test(name)) fail('INVALID_SCOPE', `\`${name}\` is no scope such as \`global\``);
  }
  if (!regionPattern.test(region ?? 'us-east-1')) fail('INVALID_REGION', `\`${region}\` is no AWS region`);
  const isWanted = (name: string) => (scope ?? name) === name;
  const isAllowed = (name: string) => allowedScopes?.includes(name) ?? true;

  const [, own = '', base = ''] = idPattern.exec(modelId) ?? [];
  if (/^arn:aws[a-z-]*:(?:bedrock|sagemaker):/.test(modelId)) {
    if (!own || (isAllowed(own) && isWanted(own))) return modelId;
    return fail('SCOPE_NOT_ALLOWED', `outside ${scope ?? list(allowedScopes)}. Pass the model ID`);
  }
  if (!base) return fail('INVALID_MODEL_ID', 'no Claude model ID of Bedrock');

  const known = profiles.split('\n')[names.split('\n').indexOf(nameOf(base))];
  // Of a model it does not know, all that is known is the profile that was asked for, or passed in.
  let offered = known === undefined ? [scope ?? own] : Array.from(known, (at) => scopes[Number(at)]?.[0] ?? '');
  if (offered[0] === '') return fail('UNKNOWN_MODEL', 'newer than this package. Name a scope');
  const keep = (test: (name: string) => boolean, code: InferenceProfileErrorCode, fault: string) => {
    const kept = offered.filter(test);
    offered = kept[0] ? kept : fail(code, `${fault}. Profiles: ${list(offered)}`);
  };
  // Narrowest first. Without a region it is `global` alone.
  const callable = scopes.flatMap(([name, callableFrom]) => (callableFrom.test(region ?? '') ? [name] : []));
  // A scope newer than the data is taken at the caller's word.
  const isCallable = (name: string) => !region || callable.includes(name) || scopes.every(([known]) => known !== name);
  keep(isWanted, 'PROFILE_NOT_OFFERED', `no ${scope ?? 'inference'} profile`);
  keep(isAllowed, 'SCOPE_NOT_ALLOWED', `outside allowedScopes (${list(allowedScopes)})`);
  keep(isCallable, 'REGION_OUTSIDE_SCOPE', `${region} can call ${list(callable)}`);
  const preferred = [scope, own, ...(allowedScopes ?? callable)];
  const chosen = preferred.find((name) => name && offered.includes(name));
  return `${chosen ?? fail('SCOPE_REQUIRED', `no global profile. Name a scope: ${list(offered)}`)}.${base}`;
}

function list(names: readonly string[] = []) {
  return names.join(', ') || 'none';
}
