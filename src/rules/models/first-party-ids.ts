import type { CatalogModel } from '../../catalog/schema.js';
import { parseModelName } from '../../catalog/model-id.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import { textsOf } from '../../documents/static-value.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import type { Finding } from '../finding.js';
import { scopesFor } from './scopes-for.js';

/** IDs of Anthropic's own API that stand where a call on Bedrock names its model. */
export function* firstPartyIds(document: Document, policy: Policy): Iterable<Finding<'firstPartyId', 'useBedrockId'>> {
  for (const call of document.modelCalls) {
    for (const value of textsOf(call.model)) {
      if (value.path !== document.path || parseModelName(value.text)) continue;
      const model = policy.catalog.findModelByFirstPartyId(value.text);
      const to = model ? bedrockId(model, call.region, document, policy) : null;
      if (!model || to === null) continue;
      const at = document.text.indexOf(value.text, value.range[0]);
      const range = [at, at + value.text.length] as const;
      if (at < 0 || range[1] > value.range[1]) continue;
      const found = { messageId: 'firstPartyId', data: { id: value.text, bedrockId: to }, range } as const;
      yield isTestPath(document.path)
        ? { ...found, level: 'note', position: 'assertion', repairs: [], unrepaired: 'a test expects this text' }
        : {
            ...found,
            level: 'error',
            position: 'request',
            repairs: [{ id: 'useBedrockId', data: { to }, safety: 'review', edits: [{ range, text: to }] }],
          };
    }
  }
}

function bedrockId(model: CatalogModel, region: string | null, document: Document, policy: Policy): string | null {
  const isAlive = policy.catalog.lifecycleOn(model, policy.asOf, region).state === 'active';
  const name = parseModelName(model.id);
  if (!name) return null;
  const bare: ModelReference = {
    name,
    range: [0, 0],
    form: 'literal',
    position: 'request',
    level: 'error',
    endpoint: 'runtime',
    surface: null,
    region,
    fixed: null,
  };
  const [choice] = scopesFor(bare, model, document, isAlive ? { ...policy, target: model.generation } : policy);
  return choice && choice.scope !== null ? `${choice.scope}.${choice.model.id}` : null;
}
