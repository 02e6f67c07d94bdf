import { constraintsOf } from '../../catalog/constraints.js';
import type { Document } from '../../documents/document.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import { targetModels } from '../request/target-models.js';

/** Manual thinking that is written in a file that calls Bedrock, without a call that is seen to send it. */
export function* looseThinking(document: Document, policy: Policy): Iterable<Finding<'refusedForTarget', never>> {
  if (document.thinkingObjects.length === 0) return;
  const models = targetModels(policy);
  const [model] = models;
  if (!model || models.some((each) => constraintsOf(each).thinking.types.includes('enabled'))) return;
  for (const { range } of document.thinkingObjects)
    yield {
      messageId: 'refusedForTarget',
      data: {
        name: model.name,
        problem: 'takes no budget for thinking (`enabled`)',
        advice: "Write `{ type: 'adaptive' }` and, where you want more or less of it, an effort",
      },
      range,
      level: isTestPath(document.path) ? 'note' : 'warning',
      repairs: [],
      unrepaired: 'no call is seen that sends it',
    };
}
