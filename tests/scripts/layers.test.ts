import path from 'node:path';
import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';
import { layerBoundaries } from '../../scripts/eslint/layers.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const src = path.resolve('/project/src');
const options = [{ root: src }];
const inFile = (file: string, code: string) => ({ code, filename: path.join(src, file), options });

new RuleTester().run('layer-boundaries', layerBoundaries, {
  valid: [
    // Towards the foundations, and within a layer.
    inFile('rules/no-thing.ts', "import { x } from '../documents/document.js';"),
    inFile('rules/no-thing.ts', "import { x } from './define-rule.js';"),
    inFile('documents/javascript/syntax/parse.ts', "import { x } from '../../../catalog/index.js';"),
    inFile('documents/javascript/surfaces/aws-sdk.ts', "export { x } from '../../facts.js';"),
    // Packages are not layers.
    inFile('catalog/index.ts', "import fs from 'node:fs'; import y from 'yaml';"),
    // Outside `src` everything goes.
    { code: "import { x } from '../src/cli/bin.js';", filename: path.resolve('/project/tests/x.test.ts'), options },
  ],
  invalid: [
    {
      ...inFile('catalog/index.ts', "import { x } from '../edits/text-edit.js';"),
      errors: [{ messageId: 'wrongWay', data: { from: 'catalog', to: 'edits', allowed: 'nothing' } }],
    },
    {
      ...inFile('documents/open.ts', "export * from '../policy/policy.js';"),
      errors: [{ messageId: 'wrongWay', data: { from: 'documents', to: 'policy', allowed: 'catalog, edits' } }],
    },
    {
      ...inFile('planner/plan-file.ts', "const load = () => import('../cli/bin.js');"),
      errors: [{ messageId: 'wrongWay', line: 1, column: 27, endLine: 1, endColumn: 42 }],
    },
    {
      ...inFile('runtime/src/index.ts', "import { x } from '../../catalog/index.js';"),
      errors: [{ messageId: 'wrongWay' }],
    },
    {
      ...inFile('rules/no-thing.ts', "import plugin from '../index.js';"),
      errors: [{ messageId: 'wrongWay' }],
    },
    {
      ...inFile('helpers/misc.ts', 'export {};'),
      errors: [{ messageId: 'unknownLayer', data: { layer: 'helpers' } }],
    },
  ],
});
