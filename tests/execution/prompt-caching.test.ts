import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MigrationReport } from '../../src/cli/report/report.js';
import { askTwice } from './ask-twice.js';
import { aiSdkMajors, packages } from './packages.js';
import { createProgramProject } from './program-project.js';
import { promptText } from './prompt-text.js';
import { createTypeChecker } from './type-checker.js';

const folder = 'caching';
/** Programs that keep their text: nothing is missing in them, or what is missing is for a person to write. */
const kept: Readonly<Record<string, 'right' | 'reported'>> = {
  'converse-already-cached.ts': 'right',
  'converse-changing-prompt.ts': 'right',
  'converse-few-shot.ts': 'reported',
  'converse-short.ts': 'right',
};
const projects = [
  { name: 'as installed', project: createProgramProject({ folder, packages }) },
  ...aiSdkMajors.map((ai) => ({
    name: `with AI SDK ${ai.major}`,
    project: createProgramProject({
      folder,
      packages: ai.packages,
      files: ['ai-sdk-messages.ts', 'ai-sdk-system.ts'],
    }),
  })),
];
const typeErrors = createTypeChecker();
const answers = ['Hello from Bedrock.', 'Hello from Bedrock.'];

describe.each(projects)('prompt-caching, $name', ({ project }) => {
  const original = new Map(project.programs.map((program) => [program, project.read(program)]));
  let report: MigrationReport;

  describe('before', () => {
    it.each(project.programs.filter((program) => program !== 'converse-already-cached.ts'))(
      '%s caches nothing',
      async (program) => {
        const asked = await askTwice(project, program);
        expect(asked.answers).toEqual(answers);
        expect(asked.requests.map(({ result }) => result)).toMatchObject([
          { status: 200, usage: { cacheReadTokens: 0, cacheWrites: [] } },
          { status: 200, usage: { cacheReadTokens: 0, cacheWrites: [] } },
        ]);
        texts.set(program, asked.requests.map(promptText));
      },
    );

    it('all of them compile under strict TypeScript', () => {
      expect(typeErrors(project.directory, project.programs)).toEqual([]);
    });
  });

  const texts = new Map<string, readonly string[]>();

  describe('after', () => {
    beforeAll(async () => {
      report = await project.migrate('prompt-caching');
    });

    it.each(project.programs.filter((program) => !(program in kept)))(
      '%s reads on its second call what its first wrote, and says the same',
      async (program) => {
        const asked = await askTwice(project, program);
        const [cold, warm] = asked.requests.map(({ result }) => result?.usage);
        const written = cold?.cacheWrites.reduce((sum, { tokens }) => sum + tokens, 0);
        expect(written).toBeGreaterThan(1024);
        expect(cold).toMatchObject({ cacheReadTokens: 0 });
        expect(warm).toMatchObject({ cacheReadTokens: written, cacheWrites: [] });
        expect(asked.requests.map(promptText)).toEqual(texts.get(program));
        expect(asked.answers).toEqual(answers);
      },
    );

    it.each(project.programs.filter((program) => program in kept))('%s is as it was', (program) => {
      expect(project.read(program)).toBe(original.get(program));
      const isReported = report.leftAlone.some(({ file }) => file === program);
      expect(isReported ? 'reported' : 'right').toBe(kept[program]);
    });

    it('all of them compile under strict TypeScript', () => {
      expect(typeErrors(project.directory, project.programs)).toEqual([]);
    });

    it('a second migration changes nothing', async () => {
      expect((await project.migrate('prompt-caching')).changes).toEqual([]);
    });
  });
});

afterAll(() => {
  for (const { project } of projects) project[Symbol.dispose]();
});
