import { constraintsOf } from '../../catalog/constraints.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { ModelReference } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import { modelNamed } from '../models/model-named.js';

/** The model that throughput is bought for, or that the team's configuration gives for an ARN of such throughput, if Bedrock offers none for it. */
export function provisionedModel({ name, creates }: ModelReference, policy: Policy): CatalogModel | null {
  if (creates !== 'provisionedThroughput' && name.arn?.resource !== 'provisioned-model') return null;
  const model = modelNamed(name, policy);
  return model && constraintsOf(model).throughput.provisioned === false ? model : null;
}
