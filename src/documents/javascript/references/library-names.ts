import { libraryProfiles } from '../../../catalog/library-profiles.js';
import type { ModelReference } from '../../facts.js';
import { besideInCode } from './beside-in-code.js';
import { libraryName } from '../modules/imported-from.js';
import { libraryModel, libraryReference } from './library-reference.js';
import { packageFiles } from '../modules/package-files.js';
import type { ReferenceContext } from './usage.js';

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
    const imported = { module, path: [...called.path, text.value] };
    const name = libraryModel(context, imported);
    if (!name) continue;
    const [start, end] = text.range;
    const beside = besideInCode(tree, node, reach);
    yield {
      ...libraryReference(context, name, {
        imported,
        range: text.range,
        kind: 'a name',
        position: isTest ? 'assertion' : 'request',
        flow: null,
        use: {
          kind: 'name',
          range: [start + 1, end - 1],
          holder: tree.text.slice(...callee.range),
          namespace: '',
          module,
          scope: null,
          ...libraryProfiles(module, imported.path, packageFiles(reach), tree.path),
        },
      }),
      ...(beside.length > 0 && { beside }),
    };
  }
}
