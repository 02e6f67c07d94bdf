import { parseModelName, printModelName } from '../../catalog/model-id.js';
import type { Document } from '../../documents/document.js';
import type { Range } from '../../documents/facts.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import { modelNamed } from '../models/model-named.js';

export interface ProvisionedCall {
  readonly arn: string;
  readonly range: Range;
}

/** Calls of provisioned throughput whose request only Claude takes, where nobody says which model was bought. */
export function* provisionedCalls(document: Document, policy: Policy): Iterable<ProvisionedCall> {
  if (isTestPath(document.path)) return;
  const seen = new Set<number>();
  for (const { model, provesClaude, range } of document.modelCalls) {
    if (!provesClaude || model.kind !== 'text') continue;
    const name = parseModelName(model.text);
    if (name?.arn?.resource !== 'provisioned-model' || modelNamed(name, policy)) continue;
    const place = model.path === document.path ? model.range : range;
    if (seen.has(place[0])) continue;
    seen.add(place[0]);
    yield { arn: printModelName(name), range: place };
  }
}
