import { profiles, scopes } from './catalog.generated.js';
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

const scopePattern = /^[a-z]{2,8}(?:-[a-z]{2,8})?$/;
const regionPattern = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;
const idPattern = /^(?:([a-z-]{2,17})\.)?(anthropic\.claude-[\da-z][\d.:a-z-]*)$/;
const arnPattern = /^arn:aws[a-z-]*:(?:bedrock|sagemaker):/;
const arnScopePattern = /:inference-profile\/([a-z-]{2,17})\.anthropic\./;
/** Regions apart from the commercial partition: they see their own profiles only, and no global one. */
const partitionPattern = /^(?:us-gov|us-iso[a-z]*|eu-iso[a-z]*|eusc|cn)-/;

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
  const fail: Fail = (code, message) => {
    throw new InferenceProfileError(code, modelId, message);
  };
  checkOptions(options, fail);
  if (arnPattern.test(modelId)) return checkArn(modelId, options, fail);

  const [, own, base] = idPattern.exec(modelId) ?? fail('INVALID_MODEL_ID', invalidId(modelId));
  if (base === undefined) return fail('INVALID_MODEL_ID', invalidId(modelId));
  const offered = Object.hasOwn(profiles, base) ? (profiles[base]?.match(/\S+/g) ?? []) : undefined;
  const scope = options.scope ?? chooseScope(base, own, offered, options, fail);

  if (options.scope !== undefined && offered !== undefined && !has(offered, scope)) {
    fail('PROFILE_NOT_OFFERED', `Bedrock offers \`${base}\` no \`${scope}\` profile. ${offer(offered)}`);
  }
  if (options.allowedScopes && !has(options.allowedScopes, scope)) {
    fail('SCOPE_NOT_ALLOWED', `Scope \`${scope}\` is outside allowedScopes (${list(options.allowedScopes)}).`);
  }
  if (options.region !== undefined && !isCallable(scope, options.region)) {
    fail(
      'REGION_OUTSIDE_SCOPE',
      `A \`${scope}\` profile cannot be called from ${options.region}. ${fromRegion(options.region)}`,
    );
  }
  return `${scope}.${base}`;
}

/** Chooses for a caller who named no scope. */
function chooseScope(
  base: string,
  own: string | undefined,
  offered: readonly string[] | undefined,
  { region, allowedScopes }: InferenceProfileOptions,
  fail: Fail,
): string {
  if (offered === undefined && own === undefined) {
    fail('UNKNOWN_MODEL', `\`${base}\` is newer than this package's data. Name a scope: { scope: 'global' }.`);
  }
  // Of a model it does not know, all that is known is the profile that was passed in.
  const existing = offered ?? [own ?? ''];
  if (existing.length === 0) {
    fail('PROFILE_NOT_OFFERED', `Bedrock offers \`${base}\` no inference profile. Choose a model that has one.`);
  }
  const allowed = existing.filter((scope) => !allowedScopes || has(allowedScopes, scope));
  if (allowed.length === 0) {
    fail(
      'SCOPE_NOT_ALLOWED',
      `No profile of \`${base}\` is within allowedScopes (${list(allowedScopes)}). ${offer(existing)}`,
    );
  }
  const callable = allowed.filter((scope) => region === undefined || isCallable(scope, region));
  if (region !== undefined && callable.length === 0) {
    fail(
      'REGION_OUTSIDE_SCOPE',
      `No profile of \`${base}\` can be called from ${region}. ${offer(allowed)} ${fromRegion(region)}`,
    );
  }
  const preferred = [own, ...(allowedScopes ?? [...(region === undefined ? [] : scopesOf(region)), 'global'])];
  return (
    preferred.find((scope) => scope !== undefined && has(callable, scope)) ??
    fail(
      'SCOPE_REQUIRED',
      `\`${base}\` has no global profile. ${offer(callable)} Name one as scope, or name the region.`,
    )
  );
}

function checkOptions({ scope, region, allowedScopes }: InferenceProfileOptions, fail: Fail) {
  for (const name of [...(scope === undefined ? [] : [scope]), ...(allowedScopes ?? [])]) {
    if (!scopePattern.test(name)) fail('INVALID_SCOPE', `\`${name}\` is no scope such as \`global\` or \`us\`.`);
  }
  if (region !== undefined && !regionPattern.test(region)) {
    fail('INVALID_REGION', `\`${region}\` is no AWS region such as \`eu-west-1\`.`);
  }
}

function checkArn(arn: string, { scope, allowedScopes }: InferenceProfileOptions, fail: Fail) {
  const named = arnScopePattern.exec(arn)?.[1];
  const allowed = scope === undefined ? allowedScopes : [scope];
  if (named !== undefined && allowed && !has(allowed, named)) {
    fail(
      'SCOPE_NOT_ALLOWED',
      `The ARN names a \`${named}\` profile; only ${list(allowed)} may be used. Pass the model ID instead.`,
    );
  }
  return arn;
}

/** Scopes whose profiles can be called from a region, narrowest first. */
function scopesOf(region: string): readonly string[] {
  const partition = partitionPattern.exec(region)?.[0];
  return scopes
    .filter(([, callableFrom]) =>
      callableFrom
        .split(' ')
        .some((prefix) => region.startsWith(prefix) && (partition === undefined || prefix.startsWith(partition))),
    )
    .map(([scope]) => scope);
}

/** A scope newer than the data is taken at the caller's word. */
function isCallable(scope: string, region: string) {
  return has(scopesOf(region), scope) || !scopes.some(([known]) => known === scope);
}

function invalidId(modelId: string) {
  return `\`${modelId}\` is no Claude model ID of Amazon Bedrock, such as \`us.anthropic.claude-…\`, nor an ARN.`;
}

function offer(offered: readonly string[]) {
  return `It has: ${list(offered)}.`;
}

function fromRegion(region: string) {
  const callable = scopesOf(region);
  return callable.length === 0 ? 'No Claude profile is known there.' : `From there: ${list(callable)}.`;
}

function list(names: readonly string[] = []) {
  return names.length === 0 ? 'none' : names.join(', ');
}

function has(names: readonly string[], name: string) {
  return names.includes(name);
}
