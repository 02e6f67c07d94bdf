import type { ModelReference } from '../../facts.js';
import { createdResource } from './created-resource.js';
import { libraryName } from '../modules/imported-from.js';
import { libraryModel, libraryReference } from './library-reference.js';
import { symbolUse } from './symbol-use.js';
import { staticName } from '../syntax/unwrap.js';
import { type ReferenceContext, usageOf } from './usage.js';

/** Constants of CDK and other libraries that stand for a model ID. */
export function* symbolReferences(context: ReferenceContext): Iterable<ModelReference> {
  const { tree, reach } = context;
  for (const node of tree.all('MemberExpression')) {
    // Asked first: it is cheap, and the chains of a fluent API are long.
    if (!staticName(node.property, node.computed)?.includes('CLAUDE')) continue;
    const imported = libraryName({ tree, node }, reach);
    const name = imported && libraryModel(context, imported);
    if (!imported || !name) continue;
    const use = symbolUse(tree, node, reach);
    const creates = createdResource(tree, node, reach);
    yield {
      ...libraryReference(context, name, {
        imported,
        range: node.range,
        kind: 'a constant',
        ...usageOf(context, node),
        use,
      }),
      ...(use?.scope != null ? { profiledBy: use.scope } : {}),
      ...(creates ? { creates } : {}),
    };
  }
}
