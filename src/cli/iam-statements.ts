import type { Scope } from '../catalog/schema.js';

/** A profile that code calls: `global` and a base ID. */
export interface ProfileUse {
  readonly scope: Scope | (string & {});
  readonly model: string;
}

const ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * The IAM statements that calls through these profiles need, with REGION and ACCOUNT left to fill in.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function iamStatements(uses: readonly ProfileUse[]): readonly object[] {
  const global = uses.filter(({ scope }) => scope === 'global').map(({ model }) => model);
  const geographic = uses.filter(({ scope }) => scope !== 'global');
  return [...(global.length === 0 ? [] : globalStatements(global)), ...geographic.map(geographicStatement)];
}

/** A global profile is checked three times: the profile, the model where the request starts, and the model with no region at all. */
function globalStatements(models: readonly string[]) {
  const profiles = models.map((model) => profileArn('aws', 'global', model));
  return [
    allow(profiles, { 'aws:RequestedRegion': 'REGION' }),
    allow(
      models.map((model) => `arn:aws:bedrock:REGION::foundation-model/${model}`),
      { 'aws:RequestedRegion': 'REGION', 'bedrock:InferenceProfileArn': oneOrMany(profiles) },
    ),
    allow(
      models.map((model) => `arn:aws:bedrock:::foundation-model/${model}`),
      { 'aws:RequestedRegion': 'unspecified', 'bedrock:InferenceProfileArn': oneOrMany(profiles) },
    ),
  ];
}

/** The model must be allowed in the source region and in every destination of the profile. */
function geographicStatement({ scope, model }: ProfileUse) {
  const partition = scope === 'us-gov' ? 'aws-us-gov' : 'aws';
  return allow([profileArn(partition, scope, model), `arn:${partition}:bedrock:*::foundation-model/${model}`]);
}

function allow(resources: readonly string[], equals?: Readonly<Record<string, unknown>>) {
  return {
    Effect: 'Allow',
    Action: ACTIONS,
    Resource: oneOrMany(resources),
    ...(equals !== undefined && { Condition: { StringEquals: equals } }),
  };
}

function profileArn(partition: string, scope: string, model: string) {
  return `arn:${partition}:bedrock:REGION:ACCOUNT:inference-profile/${scope}.${model}`;
}

function oneOrMany(texts: readonly string[]) {
  return texts.length === 1 ? texts[0] : texts;
}
