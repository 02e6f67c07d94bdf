import { libraryConstant } from '../../catalog/library-constants.js';
import { libraryProfiles } from '../../catalog/library-profiles.js';
import { parseModelName } from '../../catalog/model-id.js';
import type { ModelReference } from '../facts.js';
import { besideInCode } from './beside-in-code.js';
import { libraryName } from './imported-from.js';
import { factsOfFlow, levelOf, type ReferenceContext } from './usage.js';

const noFiles = { read: () => null, resolvePackage: () => null };

/** Texts by which a library knows models that it calls itself: `a.ai.model('Claude 3 Haiku')` of AWS Amplify. */
export function* libraryNames(context: ReferenceContext): Iterable<ModelReference> {
  const { tree, reach, isTest } = context;
  for (const node of tree.all('CallExpression')) {
    const { callee } = node;
    const [text] = node.arguments;
    if (text?.type !== 'Literal' || typeof text.value !== 'string' || !text.value.startsWith('Claude')) continue;
    const called = libraryName({ tree, node: callee }, reach);
    if (!called) continue;
    const { module } = called;
    const path = [...called.path, text.value];
    const id = libraryConstant(module, path, reach.files ?? noFiles, tree.path);
    const name = id === null ? null : parseModelName(id);
    if (!name) continue;
    const position = isTest ? 'assertion' : 'request';
    const [start, end] = text.range;
    const beside = besideInCode(tree, node, reach);
    yield {
      ...factsOfFlow(context, null),
      name,
      range: text.range,
      form: 'symbol',
      position,
      level: levelOf(position),
      fixed: `a name of ${module}`,
      ...(beside.length > 0 && { beside }),
      symbol: {
        module,
        member: text.value,
        use: {
          kind: 'name',
          range: [start + 1, end - 1],
          holder: tree.text.slice(...callee.range),
          namespace: '',
          module,
          scope: null,
          ...libraryProfiles(module, path, reach.files ?? noFiles, tree.path),
        },
      },
    };
  }
}
