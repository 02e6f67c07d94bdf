import { libraryConstant } from '../../catalog/library-constants.js';
import { parseModelName } from '../../catalog/model-id.js';
import type { ModelReference } from '../facts.js';
import { createdResource } from './created-resource.js';
import { libraryName } from './imported-from.js';
import { symbolUse } from './symbol-use.js';
import { staticName } from './unwrap.js';
import { factsOfFlow, levelOf, type ReferenceContext, usageOf } from './usage.js';

const noFiles = { read: () => null, resolvePackage: () => null };

/** Constants of CDK and other libraries that stand for a model ID. */
export function* symbolReferences(context: ReferenceContext): Iterable<ModelReference> {
  const { tree, reach } = context;
  for (const node of tree.all('MemberExpression')) {
    // Asked first: it is cheap, and the chains of a fluent API are long.
    if (!staticName(node.property, node.computed)?.includes('CLAUDE')) continue;
    const imported = libraryName({ tree, node }, reach);
    const member = imported?.path.at(-1);
    const id = imported && libraryConstant(imported.module, imported.path, reach.files ?? noFiles, tree.path);
    const name = id ? parseModelName(id) : null;
    if (!imported || !name || member === undefined) continue;
    const { position, flow } = usageOf(context, node);
    const use = symbolUse(tree, node, reach);
    const creates = createdResource(tree, node, reach);
    yield {
      ...factsOfFlow(context, flow),
      name,
      range: node.range,
      form: 'symbol',
      position,
      level: levelOf(position),
      fixed: `a constant of ${imported.module}`,
      symbol: { module: imported.module, member, ...(use ? { use } : {}) },
      ...(use?.scope != null ? { profiledBy: use.scope } : {}),
      ...(creates ? { creates } : {}),
    };
  }
}
