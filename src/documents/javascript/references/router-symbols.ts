import type { ModelName } from '../../../catalog/model-id.js';
import type { ModelReference } from '../../facts.js';
import { libraryName } from '../modules/imported-from.js';
import { factsOfFlow, levelOf, type ReferenceContext, usageOf } from './usage.js';
import { staticName } from '../syntax/unwrap.js';

const modules = /^(?:@aws-cdk\/aws-bedrock-alpha|@cdklabs\/generative-ai-cdk-constructs)(?:\/|$)/;

/** Constants of CDK libraries that stand for a default prompt router of Claude: `DefaultPromptRouterIdentifier.ANTHROPIC_CLAUDE_V1`. */
export function* routerSymbols(context: ReferenceContext): Iterable<ModelReference> {
  const { tree, reach } = context;
  if (!tree.text.includes('DefaultPromptRouterIdentifier')) return;
  for (const node of tree.all('MemberExpression')) {
    if (!staticName(node.property, node.computed)?.includes('CLAUDE')) continue;
    const imported = libraryName({ tree, node }, reach);
    const [holder, member] = imported?.path.slice(-2) ?? [];
    if (!imported || holder !== 'DefaultPromptRouterIdentifier' || member === undefined) continue;
    if (!modules.test(imported.module)) continue;
    const { position, flow } = usageOf(context, node);
    yield {
      ...factsOfFlow(context, flow),
      name: routerName(member),
      range: node.range,
      form: 'symbol',
      position,
      level: levelOf(position),
      fixed: `a constant of ${imported.module}`,
      symbol: { module: imported.module, member },
    };
  }
}

/** The ARN holds the region and account of whoever deploys. */
function routerName(member: string): ModelName {
  const arn = { partition: 'aws', region: '*', account: '*', resource: 'default-prompt-router' } as const;
  return {
    gateway: '',
    arn,
    scope: null,
    base: '',
    context: '',
    opaque: member,
    encoded: false,
    wildcard: false,
  };
}
