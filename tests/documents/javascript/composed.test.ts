import { describe, expect, it } from 'vitest';
import { printModelName } from '../../../src/catalog/model-id.js';
import { createJavaScriptDocument } from '../../../src/documents/javascript/create-javascript-document.js';
import { type Files, inputOf, rangeOf, read } from './read.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** Every reference as `[what its range covers, the ID it means, form]`. */
function referencesIn(source: string, path?: string, files?: Files) {
  return read(source, path, files).modelReferences.map(({ range, name, form }) => [
    source.slice(...range),
    printModelName(name),
    form,
  ]);
}

describe('IDs built from parts', () => {
  it.each([
    ['a template', '`${VENDOR}.claude-3-haiku-20240307-v1:0`', `const VENDOR = 'anthropic';`, haiku],
    [
      'a template of constants alone',
      '`us.${VENDOR}.${NAME}`',
      `const VENDOR = 'anthropic';\nconst NAME = 'claude-3-haiku-20240307-v1:0';`,
      `us.${haiku}`,
    ],
    ['a sum', `'anthropic.' + NAME`, `const NAME = 'claude-3-haiku-20240307-v1:0';`, haiku],
    [
      'a sum of many',
      `'us.' + VENDOR + '.' + 'claude-3-haiku' + '-20240307' + '-v1:0'`,
      `const VENDOR = 'anthropic';`,
      `us.${haiku}`,
    ],
    ['a join', `['anthropic', NAME].join('.')`, `const NAME = 'claude-3-haiku-20240307-v1:0';`, haiku],
    ['a concat', `'anthropic.'.concat(NAME)`, `const NAME = 'claude-3-haiku-20240307-v1:0';`, haiku],
    [
      'an ARN',
      '`arn:aws:bedrock:us-east-1::foundation-model/${VENDOR}.claude-3-haiku-20240307-v1:0`',
      `const VENDOR = 'anthropic';`,
      `arn:aws:bedrock:us-east-1::foundation-model/${haiku}`,
    ],
  ])('are one reference: %s', (_, expression, before, id) => {
    const source = `${before}\nexport const MODEL = ${expression};`;
    expect(referencesIn(source)).toEqual([[expression, id, 'joined']]);
    expect(read(source).modelReferences).toMatchObject([{ position: 'constant', fixed: 'built from parts' }]);
  });

  it('are followed to the call', () => {
    const source = `import { bedrock } from '@ai-sdk/amazon-bedrock';\nconst NAME = 'claude-3-haiku-20240307-v1:0';\nbedrock(\`anthropic.\${NAME}\`);`;
    expect(read(source).modelReferences).toMatchObject([
      { form: 'joined', position: 'request', surface: 'AiSdk', range: rangeOf(source, '`anthropic.${NAME}`') },
    ]);
  });

  it('are built from what other files hold', () => {
    const files = { 'src/names.ts': `export const NAME = 'claude-3-haiku-20240307-v1:0';` };
    const source = `import { NAME } from './names';\nexport const CLAUDE = \`anthropic.\${NAME}\`;`;
    expect(referencesIn(source, 'src/app.ts', files)).toEqual([['`anthropic.${NAME}`', haiku, 'joined']]);
  });

  it('are not told twice where a text spells the ID', () => {
    expect(referencesIn(`const MODEL = '${haiku}';\nexport const ID = \`us.\${MODEL}\`;`)).toEqual([
      [haiku, haiku, 'literal'],
    ]);
  });

  it('are none where a part is unknown, or the whole is no ID', () => {
    expect(referencesIn(`export const id = (name: string) => \`anthropic.\${name}\`;`)).toEqual([]);
    expect(referencesIn(`const SIZE = 'haiku';\nexport const title = \`Claude 3 \${SIZE}\`;`)).toEqual([]);
    expect(
      referencesIn(
        `const NAME = 'claude-3-haiku-20240307-v1:0';\nexport const id = 'anthropic.' - NAME;`,
        'src/app.js',
      ),
    ).toEqual([]);
  });
});

describe('constants of libraries', () => {
  it.each([
    [
      'named',
      `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';`,
      'FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0',
    ],
    [
      'aliased',
      `import { FoundationModelIdentifier as Id } from 'aws-cdk-lib/aws-bedrock';`,
      'Id.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0',
    ],
    [
      'namespace',
      `import * as bedrock from 'aws-cdk-lib/aws-bedrock';`,
      'bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0',
    ],
    [
      'bundle',
      `import { aws_bedrock } from 'aws-cdk-lib';`,
      'aws_bedrock.FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0',
    ],
    [
      'required',
      `const { FoundationModelIdentifier } = require('aws-cdk-lib/aws-bedrock');`,
      `FoundationModelIdentifier['ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0']`,
    ],
    ['LlamaIndex', `import { BEDROCK_MODELS } from '@llamaindex/aws';`, 'BEDROCK_MODELS.ANTHROPIC_CLAUDE_3_HAIKU'],
  ])('are references: %s', (_, before, expression) => {
    const source = `${before}\nexport const model = ${expression};`;
    expect(referencesIn(source, 'src/stack.js')).toEqual([[expression, haiku, 'symbol']]);
  });

  it('name module and member, and have a position', () => {
    const source = `import { BEDROCK_MODELS } from '@llamaindex/aws';\nexport const limits = { [BEDROCK_MODELS.ANTHROPIC_CLAUDE_3_HAIKU]: 1 };`;
    expect(read(source).modelReferences).toMatchObject([
      {
        position: 'key',
        level: 'warning',
        fixed: 'a constant of @llamaindex/aws',
        symbol: { module: '@llamaindex/aws', member: 'ANTHROPIC_CLAUDE_3_HAIKU' },
      },
    ]);
  });

  it('are known through a file that passes them on', () => {
    const files = { 'src/models.ts': `export { FoundationModelIdentifier as Models } from 'aws-cdk-lib/aws-bedrock';` };
    const source = `import { Models } from './models';\nexport const model = Models.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0;`;
    expect(referencesIn(source, 'src/stack.ts', files)).toEqual([
      ['Models.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0', haiku, 'symbol'],
    ]);
  });

  it('are those of the installed version where there is one', () => {
    const source = `import { FoundationModelIdentifier as Id } from 'aws-cdk-lib/aws-bedrock';\nexport const models = [Id.ANTHROPIC_CLAUDE_V2, Id.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0];`;
    const files = {
      read: (path: string) =>
        path === 'cdk.js'
          ? `FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2=new FoundationModelIdentifier("anthropic.claude-v2:0")`
          : null,
      resolveModule: () => null,
      resolvePackage: () => 'cdk.js',
    };
    const document = createJavaScriptDocument({ ...inputOf(source, 'src/stack.ts'), files });
    expect(document.modelReferences.map(({ name }) => name.base)).toContain(haiku);
  });

  it.each([
    [
      'another module',
      `import { FoundationModelIdentifier } from './mine';`,
      'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2',
    ],
    [
      'a local object',
      `const FoundationModelIdentifier = { ANTHROPIC_CLAUDE_V2: 1 };`,
      'FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2',
    ],
    [
      'a member that is not there',
      `import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';`,
      'FoundationModelIdentifier.CLAUDE_99',
    ],
  ])('are none: %s', (_, before, expression) => {
    expect(referencesIn(`${before}\nexport const model = ${expression};`)).toEqual([]);
  });
});
