import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/cli/changes/change.js';
import { installFollowUps } from '../../../src/cli/follow-ups/install-follow-ups.js';
import { runtimeDependencies } from '../../../src/cli/changes/runtime-dependency.js';
import { runtimePackage } from '../../../src/cli/changes/runtime-range.generated.js';
import runtime from '../../../src/runtime/package.json' with { type: 'json' };
import { createProject } from '../project.js';

const IMPORT = "import { assertComplete } from 'bedrock-claude-runtime';\n";
const SUBPATH = `import { CacheMonitor } from "bedrock-claude-runtime/metrics";\n`;
const cause = {
  rule: 'bedrock-claude/handle-stop-reasons',
  repair: 'assertComplete',
  safety: 'review',
  line: 1,
} as const;

function change(file: string, before: string, after: string): Change {
  return { file, before, after, edits: 1, applied: [{ ...cause, imports: true }] };
}

const app = '{\n  "name": "app"\n}\n';
const extended = `{\n  "name": "app",\n  "dependencies": {\n    "bedrock-claude-runtime": "${runtimePackage.range}"\n  }\n}\n`;

describe('the package.json of a file that imports the runtime', () => {
  it('is the nearest one above it', () => {
    using project = createProject({ 'package.json': app, 'packages/api/package.json': app });
    const found = runtimeDependencies(
      [change('packages/api/src/a.ts', '', IMPORT), change('packages/api/src/b.ts', '', SUBPATH)],
      project.directory,
    );
    expect(found).toMatchObject([
      {
        manifest: 'packages/api/package.json',
        importers: ['packages/api/src/a.ts', 'packages/api/src/b.ts'],
        change: {
          file: 'packages/api/package.json',
          before: app,
          after: extended,
          edits: 1,
          applied: [{ rule: cause.rule, repair: 'addDependency', safety: 'review', line: 2 }],
        },
      },
    ]);
  });

  it('is no file that only says how sources are loaded', () => {
    using project = createProject({ 'package.json': app, 'src/package.json': '{ "type": "module" }' });
    const [found] = runtimeDependencies([change('src/a.ts', '', IMPORT)], project.directory);
    expect(found?.manifest).toBe('package.json');
  });

  it('does not lie outside the working directory', () => {
    using project = createProject({ 'package.json': app, 'service/src/a.ts': '' });
    expect(runtimeDependencies([change('src/a.ts', '', IMPORT)], `${project.directory}/service`)).toEqual([
      { manifest: null, change: null, importers: ['src/a.ts'] },
    ]);
  });

  it.each([
    ['dependencies', '{ "name": "app", "dependencies": { "bedrock-claude-runtime": "^0.0.1" } }'],
    ['devDependencies', '{ "name": "app", "devDependencies": { "bedrock-claude-runtime": "*" } }'],
    ['its own name', '{ "name": "bedrock-claude-runtime" }'],
  ])('stays as it is where it names the runtime already: %s', (_where, text) => {
    using project = createProject({ 'package.json': text });
    expect(runtimeDependencies([change('a.ts', '', IMPORT)], project.directory)).toEqual([]);
  });

  it('stays as it is where the file imported the runtime before, or only speaks of it', () => {
    using project = createProject({ 'package.json': app });
    const changes = [change('a.ts', IMPORT, `${IMPORT}x();\n`), change('b.ts', '', '// bedrock-claude-runtime\n')];
    expect(runtimeDependencies(changes, project.directory)).toEqual([]);
  });

  it('is left to a person where it can not be read', () => {
    using project = createProject({ 'package.json': '{ "name": "app" ' });
    expect(runtimeDependencies([change('a.ts', '', IMPORT)], project.directory)).toMatchObject([
      { manifest: 'package.json', change: null },
    ]);
  });

  it('keeps what another repair changes in it', () => {
    using project = createProject({ 'package.json': app });
    const other = change('package.json', app, app.replace('app', 'web'));
    const [found] = runtimeDependencies([change('a.ts', '', IMPORT), other], project.directory);
    expect(found?.change).toMatchObject({ before: app, after: extended.replace('app', 'web'), edits: 2 });
    expect(found?.change?.applied.map(({ repair }) => repair)).toEqual(['assertComplete', 'addDependency']);
  });

  it('gets the range of the version that the repairs were written for', () => {
    expect(runtimePackage).toEqual({ name: runtime.name, range: `^${runtime.version}` });
  });
});

describe('what is left to do', () => {
  const added = (manifest: string) => [
    { manifest, change: change(manifest, app, extended), importers: ['packages/api/src/a.ts'] },
  ];

  it.each([
    ['pnpm-lock.yaml', 'pnpm install'],
    ['yarn.lock', 'yarn install'],
    ['bun.lock', 'bun install'],
    ['package-lock.json', 'npm install'],
  ])('%s of the workspace asks for %s', (lock, command) => {
    using project = createProject({ [lock]: '', 'packages/api/package.json': app });
    const [followUp] = installFollowUps(added('packages/api/package.json'), project.directory);
    expect(followUp?.id).toBe('install');
    expect(followUp?.detail).toContain(` now: run ${command}.`);
  });

  it('is named where no package.json could be extended', () => {
    expect(installFollowUps([{ manifest: null, change: null, importers: ['a.ts'] }], '/nowhere')).toEqual([
      {
        id: 'addDependency',
        title: 'Add bedrock-claude-runtime',
        detail: `a.ts imports bedrock-claude-runtime, and no package.json above names dependencies: install bedrock-claude-runtime@${runtimePackage.range} where the code is deployed from.`,
      },
    ]);
  });

  it('is nothing where nothing was added', () => {
    expect(installFollowUps([], '/nowhere')).toEqual([]);
  });
});

describe('migrate', () => {
  const program = `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
const client = new AnthropicBedrock();
export async function ask(messages) {
  const message = await client.messages.create({ model: 'global.anthropic.claude-sonnet-4-6', max_tokens: 1024, messages });
  if (message.stop_reason === 'tool_use') return message.content.filter((block) => block.type === 'tool_use');
  return message.content.map((block) => block.text).join('');
}
`;
  const files = {
    'package.json': '{\n  "dependencies": {\n    "@anthropic-ai/bedrock-sdk": "0.36.0"\n  }\n}\n',
    'bedrock-claude.config.json': '{ "repairStyle": "runtime" }',
    'src/ask.js': program,
  };

  it('adds the runtime with the import of a repair, and only once', () => {
    using project = createProject(files);
    const { changes, followUps } = project.migrate();
    expect(changes.map(({ file }) => file)).toEqual(['src/ask.js', 'package.json']);
    expect(project.read('src/ask.js')).toContain("from 'bedrock-claude-runtime'");
    expect(JSON.parse(project.read('package.json'))).toMatchObject({
      dependencies: { 'bedrock-claude-runtime': runtimePackage.range },
    });
    expect(followUps.map(({ id }) => id)).toContain('install');
    expect(project.migrate()).toMatchObject({ changes: [], followUps: [] });
  });

  it('--dry-run shows it and writes nothing', () => {
    using project = createProject(files);
    const { stdout } = project.run('migrate', '--dry-run', '--as-of', '2026-11-22');
    expect(stdout).toContain(`+    "bedrock-claude-runtime": "${runtimePackage.range}"\n`);
    expect(project.read('package.json')).toBe(files['package.json']);
  });
});
