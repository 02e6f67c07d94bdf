import { allModels } from './model-facts.js';
import type { ModelFacts } from './model-facts.js';
import { invalid, ServiceError } from './service-error.js';

export interface Whereabouts {
  readonly region: string;
  /** The day the service runs on, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Application profiles and other ARNs of the account, and the ID each stands for. */
  readonly accountModels: Readonly<Record<string, string>>;
}

/** The Regions a profile can be called from, by its prefix (AWS: inference-profiles-support, model cards). */
const callableFrom: Readonly<Record<string, RegExp>> = {
  global: /^(?!us-gov-|cn-)/,
  us: /^(?:us-(?!gov-)|ca-)/,
  eu: /^eu-/,
  apac: /^ap-/,
  jp: /^ap-northeast-[13]$/,
  au: /^ap-southeast-[24]$/,
  in: /^ap-south-[12]$/,
  'us-gov': /^us-gov-/,
};

const invalidIdentifier = 'The provided model identifier is invalid.';

/** The model behind an ID, a profile or an ARN on `bedrock-runtime`, or the error that the service answers. */
export function resolveModel(id: string, where: Whereabouts): ModelFacts {
  const named = where.accountModels[id] ?? id;
  const name = /^arn:aws(?:-[^:]+)?:bedrock:[^:]*:\d*:(?:foundation-model|inference-profile)\/(.+)$/.exec(named)?.[1];
  const { prefix, model } = split(name ?? named);
  if (!model?.runtime) throw invalid(invalidIdentifier);
  if (prefix !== null && !isProfileOf(model, prefix, where.region)) throw invalid(invalidIdentifier);
  refuseRetired(model, where.asOf);
  if (prefix === null && !model.onDemandRegions.includes(where.region)) {
    throw invalid(
      `Invocation of model ID ${id} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
    );
  }
  return model;
}

/** The model behind a bare ID of the Mantle endpoint, which knows no profiles. */
export function resolveMantleModel(id: string, where: Whereabouts): ModelFacts {
  const model = allModels.find(({ mantleIds }) => mantleIds.includes(id));
  if (model === undefined) throw new ServiceError(404, 'ResourceNotFoundException', `model: ${id}`);
  refuseRetired(model, where.asOf);
  return model;
}

function split(name: string) {
  const bare = allModels.find(({ id }) => id === name);
  if (bare !== undefined) return { prefix: null, model: bare };
  const [prefix = '', ...rest] = name.split('.');
  return { prefix, model: allModels.find(({ id }) => id === rest.join('.')) };
}

function isProfileOf(model: ModelFacts, prefix: string, region: string) {
  return model.profiles.includes(prefix) && callableFrom[prefix]?.test(region) === true;
}

function refuseRetired({ endOfLife }: ModelFacts, asOf: string) {
  if (endOfLife === null || endOfLife > asOf) return;
  throw new ServiceError(
    404,
    'ResourceNotFoundException',
    'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
  );
}
