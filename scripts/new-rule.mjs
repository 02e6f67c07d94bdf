// `npm run new-rule -- <name> [--root <directory>]`: writes a rule that works, its page, its test and its fixtures, and lists the rule.
// What it claims is an example to replace.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: path.join(import.meta.dirname, '..') } },
});
const [name] = positionals;
const namePattern = /^(?:allowed|compatible|handle|no|opaque|prefer|require|valid)-[a-z0-9]+(?:-[a-z0-9]+)*$/;

if (positionals.length !== 1 || !namePattern.test(name)) {
  refuse(
    `Name one rule, such as no-thing, prefer-thing, require-thing or valid-thing. Received: ${positionals.join(' ') || 'nothing'}.`,
  );
}
const files = {
  [`src/rules/${name}.ts`]: ruleText(),
  [`tests/rules/${name}.test.ts`]: testText(),
  [`docs/rules/${name}.md`]: pageText(),
  ...fixtures(),
};
const existing = Object.keys(files).filter((file) => existsSync(path.join(values.root, file)));
if (existing.length > 0) refuse(`${existing.join(', ')} is there already.`);

for (const [file, text] of Object.entries(files)) {
  const target = path.join(values.root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}
const { status } = spawnSync(process.execPath, ['scripts/generate.mjs'], { cwd: values.root, stdio: 'inherit' });
process.exitCode = status ?? 1;

function refuse(message) {
  console.error(message);
  process.exit(2);
}

function ruleText() {
  return `import { printModelId } from '../catalog/model-id.js';
import { defineRule } from './define-rule.js';

export default defineRule({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: { description: 'what is wrong, in one line', presets: ['strict'], severity: 'warn' },
    messages: { found: '\`{{id}}\` is … since …, so …. Do ….' },
    repairs: {},
    schema: {
      type: 'object',
      properties: {
        ignoreIds: { type: 'array', items: { type: 'string' }, description: 'IDs to leave alone.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignoreIds: [] as readonly string[] },
  },
  *detect(document, { options }) {
    for (const { name, position, range, level } of document.modelReferences) {
      const id = printModelId(name);
      if (position !== 'request' || options.ignoreIds.includes(id)) continue;
      yield { messageId: 'found', data: { id }, range, level, position, repairs: [] };
    }
  },
});
`;
}

function testText() {
  return `import rule from '../../src/rules/${name}.js';
import { runRule } from './run-rule.js';

const id = 'global.anthropic.claude-sonnet-4-6';

runRule(rule, {
  valid: [
    // Listed in the option.
    {
      code: \`${callOf('${id}')}\`,
      options: { ignoreIds: [id] },
    },
    // Nothing calls it.
    { code: \`// \${id}\` },
  ],
  invalid: [
    {
      code: \`${callOf('«${id}»')}\`,
      output: null,
      errors: [{ messageId: 'found', data: { id } }],
    },
  ],
});
`;
}

function pageText() {
  return `# ${name}

What is wrong, in one line.

## Rule details

What happens, since which day, with its source (Amazon Bedrock user guide, October 2026).

### Incorrect

\`\`\`ts filename=src/ask.ts
${callOf('global.anthropic.claude-sonnet-4-6')}
\`\`\`

### Correct

\`\`\`ts filename=src/ask.ts
// global.anthropic.claude-sonnet-4-6 is only named here.
\`\`\`

## Options

| Option      | Default | Meaning             |
| ----------- | ------- | ------------------- |
| \`ignoreIds\` | \`[]\`    | IDs to leave alone. |

## Repairs

None: say why.

## When not to use it

## Related
`;
}

function callOf(id) {
  return `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
new ConverseCommand({ modelId: '${id}', messages: [] });`;
}

/** What must be there at least: a finding, code that is right, and code that only looks as if it were wrong. */
function fixtures() {
  const id = 'global.anthropic.claude-sonnet-4-6';
  const call = `${callOf(id)}\n`;
  const before = call.slice(0, call.indexOf(id)).split('\n');
  const finding = {
    rule: name,
    messageId: 'found',
    level: 'error',
    position: 'request',
    at: `${before.length}:${before.at(-1).length + 1}`,
    text: id,
    repairs: [],
  };
  const cases = {
    'a-call-of-the-sdk': [call, [finding]],
    'only-named-in-a-comment': [`// ${id}\nexport const models = [];\n`, []],
    'a-look-alike-of-the-sdk': [call.replace('@aws-sdk/client-bedrock-runtime', './commands.js'), []],
  };
  return Object.fromEntries(
    Object.entries(cases).flatMap(([title, [input, findings]]) => [
      [`tests/fixtures/${name}/${title}/input.ts`, input],
      [`tests/fixtures/${name}/${title}/findings.json`, `${JSON.stringify(findings, null, 2)}\n`],
    ]),
  );
}
