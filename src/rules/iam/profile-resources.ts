/** Fields of an ARN, as code writes them: values, wildcards or holes. */
export interface ArnFields {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The ARNs that a call through an inference profile is checked against. */
export interface ProfileResources {
  readonly profile: string;
  readonly models: readonly string[];
}

/**
 * What a policy must name for calls of `model` through the profile of `scope`. A global profile is checked three times:
 * the profile, the model where the request starts, and the model with no region at all. A geographic one needs its model
 * in the source region and in every destination, which AWS may add to.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
 */
export function profileResources(scope: string, model: string, fields: ArnFields): ProfileResources {
  const { region, account } = fields;
  const partition = scope === 'us-gov' && fields.partition === 'aws' ? 'aws-us-gov' : fields.partition;
  const regions = scope === 'global' ? [region, ''] : ['*'];
  return {
    profile: `arn:${partition}:bedrock:${region}:${account}:inference-profile/${scope}.${model}`,
    models: regions.map((one) => `arn:${partition}:bedrock:${one}::foundation-model/${model}`),
  };
}
