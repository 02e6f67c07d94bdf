import { describe, expect, it } from 'vitest';
import type { FilePort } from '../../../src/documents/document.js';
import { repairText } from '../repair-text.js';

const table = '@aws-amplify/data-schema/dist/esm/ai/ModelType.mjs';

/** The table of the installed version. */
function installed(text: string): FilePort {
  return {
    read: (path) => (path === table ? text : null),
    resolveModule: () => null,
    resolvePackage: (_from, file) => (file === table ? table : null),
  };
}

const old = `'Claude 3 Haiku': 'anthropic.claude-3-haiku-20240307-v1:0',`;
const withNext = installed(`${old}\n'Claude Haiku 4.5': 'global.anthropic.claude-haiku-4-5-20251001-v1:0',`);

const schema = (model: string, rest = '') =>
  `import { a } from '@aws-amplify/backend';\na.conversation({ aiModel: a.ai.model('${model}'), systemPrompt: 'Help.'${rest} });\n`;

const replaced = (text: string, files: FilePort | null, settings = {}) =>
  repairText('useSuccessorProfile', 'amplify/data/resource.ts', text, settings, files);

describe("a library's name for a model", () => {
  it('becomes its name for the successor', () => {
    expect(replaced(schema('Claude 3 Haiku'), withNext)).toMatchObject({
      text: schema('Claude Haiku 4.5'),
      applied: ['useSuccessorProfile'],
    });
  });

  it.each([
    ['the installed version has none', installed(old), {}, 'global'],
    ['nothing is installed', null, {}, 'global'],
    ['it stands for another profile than is wanted', withNext, { residency: ['eu'] }, 'eu'],
  ])('stays where %s', (_, files, settings, scope) => {
    const text = schema('Claude 3 Haiku');
    expect(replaced(text, files, settings)).toEqual({
      text,
      applied: [],
      left: [`the installed version of @aws-amplify/backend has no name for Claude Haiku 4.5 in \`${scope}\``],
    });
  });

  it('stays where the successor refuses what is set beside it', () => {
    const text = schema('Claude 3 Haiku', ', inferenceConfiguration: { temperature: 0.5, topP: 0.9 }');
    expect(replaced(text, withNext)).toEqual({
      text,
      applied: [],
      left: ['`temperature` and `top_p` are set beside it, which Claude Haiku 4.5 refuses'],
    });
  });
});
