import { importedName } from './bindings.js';
import { definitionOf, propertyOf, type Reach } from './objects.js';
import { staticValue } from './static-value.js';
import type { SyntaxTree } from './syntax-tree.js';

const modules = /^(?:@aws-sdk\/client-bedrock|@anthropic-ai\/bedrock-sdk|@ai-sdk\/amazon-bedrock|@langchain\/|@strands-agents\/sdk)/;
const regionName = /^[a-z]{2}(?:-gov)?-[a-z]{4,12}-\d$/;

/** The region literals that clients of Bedrock are made with. */
export function collectRegions(tree: SyntaxTree, reach: Reach): string[] {
  const regions = new Set<string>();
  for (const node of [...tree.all('NewExpression'), ...tree.all('CallExpression')]) {
    const [options] = node.arguments;
    if (!options || !modules.test(importedName(tree, node.callee)?.module ?? '')) continue;
    const object = definitionOf({ tree, node: options }, reach);
    const property = object ? (propertyOf(object, 'region', reach) ?? propertyOf(object, 'awsRegion', reach)) : null;
    const value = property ? staticValue({ tree: property.tree, node: property.value }, reach) : null;
    if (value?.kind === 'text' && regionName.test(value.text)) regions.add(value.text);
  }
  return [...regions];
}
