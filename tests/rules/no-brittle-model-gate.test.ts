import noBrittleModelGate from '../../src/rules/no-brittle-model-gate.js';
import { budget, invoke } from './model-gates/gate-samples.js';
import { runRule } from './run-rule.js';

runRule(noBrittleModelGate, {
  valid: [
    // Tests that hold for the successor and for every profile.
    { code: `if (modelId.includes('anthropic.claude')) useMessages();` },
    { code: 'if (/anthropic\\.claude-/.test(modelId)) useMessages();' },
    // All geographies that there are.
    {
      code: `const BEDROCK = ['us.', 'us-gov.', 'eu.', 'apac.', 'jp.', 'au.', 'in.', 'global.'].some((prefix) => modelId.startsWith(prefix));`,
    },
    // Text-completion models differ from their successors in fact.
    { code: `if (modelId === 'anthropic.claude-v2' || modelId.includes('claude-v2')) useTextCompletions();` },
    // A file that does not speak of Bedrock.
    { code: `if (model.includes('claude-3')) useVision();` },
    // Other texts.
    {
      code: `import 'aws-bedrock';
if (name.includes('sonnet') || ['us', 'de'].includes(country) || user.startsWith('us.')) run();`,
    },
    // One of two tests holds for the successor.
    {
      code: `// Bedrock
if (modelId.includes('claude-3-7') || modelId.includes('claude-sonnet-4')) useMessages();`,
    },
    // What a model can do.
    {
      code: `import { supports } from 'bedrock-claude-runtime';\n${invoke(`if (supports(modelId, 'budgetThinking')) body.thinking = ${budget};`)}`,
    },
    // What is asked about has no geography any more.
    {
      code: String.raw`// Bedrock
const base = (modelId) => modelId.replace(/^(?:us|us-gov|eu|apac|jp|au|in|global)\./, '');
if (base(modelId).startsWith('anthropic.claude')) useMessages();`,
    },
    // A table that has an entry for a model of the family that answers today, and a fallback for the others.
    {
      code: `// Bedrock
const PRICES = { 'claude-3-haiku': 0.25, 'claude-haiku-4-5': 1 };
export const price = (modelId) => PRICES[Object.keys(PRICES).find((part) => modelId.includes(part))];`,
    },
    {
      code: `// Bedrock
const LIMITS = [{ part: 'claude-3-opus', tokens: 4096 }, { part: 'claude', tokens: 64000 }];
export const limit = (modelId) => LIMITS.find(({ part }) => modelId.includes(part)).tokens;`,
    },
    // Code that puts a geography in front asks about bare IDs.
    {
      code: `export const profile = (modelId) =>
  [/^anthropic\\.claude/].some((pattern) => pattern.test(modelId)) ? \`global.\${modelId}\` : modelId;`,
    },
    // A list of other texts.
    {
      code: `// Bedrock\nexport const isOther = (modelId) => ['nova', 'titan-v1'].some((part) => modelId.includes(part));`,
    },
    // A form that the successor has too, one that another ID is asked for, and one that may be missing.
    {
      code: String.raw`// Bedrock
const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';
export const day = MODEL.match(/\d{8}/)![0];
export const isNew = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0'.endsWith('v1:0');
export const revision = MODEL.match(/v2:(\d)/)?.[1];`,
    },
    // Equality on one ID says what it means; the ID has its own rule.
    { code: `if (modelId === 'us.anthropic.claude-3-haiku-20240307-v1:0') useLegacyPrompt();` },
    // What a test decides by decides nothing about the program.
    {
      code: `it('bedrock', () => expect(modelId.includes('claude-3')).toBe(true));`,
      filename: 'src/model.test.ts',
      policy: { notes: true },
    },
  ],
  invalid: [
    // Parts that name no family.
    {
      code: `// Bedrock
const MODEL = 'us.anthropic.claude-3-5-sonnet-20241022-v2:0';
export const isNew = «MODEL.endsWith('v2:0')»;`,
      output: null,
      errors: [
        {
          messageId: 'missesForm',
          data: {
            pattern: 'v2:0',
            id: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
            successor: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
          },
        },
      ],
    },
    {
      code: String.raw`// Bedrock
const MODEL = 'us.anthropic.claude-3-haiku-20240307-v1:0';
export const dateOf = (modelId: string) => «modelId.match(/\d{8}/)»![0];`,
      policy: { target: 'latest' },
      output: null,
      errors: [
        {
          messageId: 'missesForm',
          data: {
            pattern: String.raw`\d{8}`,
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-5-5',
          },
        },
      ],
    },
    // Of the models that it fails for, one that the file names.
    {
      code: `const fallback = 'us.anthropic.claude-opus-4-6-v1';
if («modelId.startsWith('anthropic.claude')») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesProfiles',
          data: {
            pattern: 'anthropic.claude',
            id: 'anthropic.claude-opus-4-6-v1',
            profile: 'global.anthropic.claude-opus-4-6-v1',
          },
        },
      ],
    },
    // includes, indexOf, match and regular expressions that only know Claude 3.
    {
      code: `// Bedrock
if («modelId.includes('claude-3')») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
if («modelId.indexOf('claude-3-5-sonnet')» >= 0) useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3-5-sonnet',
            id: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
            successor: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
if («/claude-3-(haiku|sonnet)/i.test(modelId)») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3-(haiku|sonnet)',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
if («modelId.match(/anthropic\\.claude-3/)») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'anthropic\\.claude-3',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    // Fragments in a list or a table.
    {
      code: `// Bedrock
const PARTS = ['3-5-sonnet', 'claude-3-opus'];
export const takesImages = (modelId) => PARTS.some((part) => «modelId.includes(part)»);`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3-opus',
            id: 'anthropic.claude-3-opus-20240229-v1:0',
            successor: 'anthropic.claude-opus-4-5-20251101-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
const PRICES = { 'nova-pro': 0.8, 'claude-3-haiku': 0.25 };
export function price(modelId) {
  for (const [part, price] of Object.entries(PRICES)) if («modelId.includes(part)») return price;
  return 0;
}`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3-haiku',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
const LIMITS = { 'anthropic.claude': 64000, 'amazon.nova': 10000 };
export const limit = (modelId) => LIMITS[Object.keys(LIMITS).find((part) => «modelId.startsWith(part)»)];`,
      output: null,
      errors: [
        {
          messageId: 'missesProfiles',
          data: {
            pattern: 'anthropic.claude',
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            profile: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    // The name of the file speaks of Bedrock.
    {
      code: `if («modelId.includes('claude-3')») useMessages();`,
      filename: 'src/bedrock/client.ts',
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    // startsWith fails for every profile.
    {
      code: `// Bedrock
if («modelId.startsWith('anthropic.')») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesProfiles',
          data: {
            pattern: 'anthropic.',
            id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
            profile: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    {
      code: `// Bedrock
if («modelId.startsWith('anthropic.claude-3')») useMessages();`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'anthropic.claude-3',
            id: 'anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    // A list of IDs that the successors are not in.
    {
      code: `const VISION = ['us.anthropic.claude-3-haiku-20240307-v1:0', 'us.anthropic.claude-3-5-sonnet-20241022-v2:0'];
export const hasVision = (id: string) => «VISION.includes(id)»;`,
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            id: 'us.anthropic.claude-3-haiku-20240307-v1:0',
            successor: 'anthropic.claude-haiku-4-5-20251001-v1:0',
          },
        },
      ],
    },
    // Lists of geographies without global.
    {
      code: `// Bedrock
export const isProfile = (id: string) => «['us.', 'eu.', 'apac.'].some((prefix) => id.startsWith(prefix))»;`,
      output: null,
      errors: [
        {
          messageId: 'missesGeography',
          data: { missing: 'global.', profile: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
      ],
    },
    {
      code: `// Bedrock
export const strip = (id: string) => («/^(us|eu|apac)\\./.test(id)» ? id.slice(id.indexOf('.') + 1) : id);`,
      output: null,
      errors: [
        {
          messageId: 'missesGeography',
          data: { missing: 'global.', profile: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' },
        },
      ],
    },
    // What it decides about is one setting of a request to the model that it asks about.
    {
      code: invoke(`if («modelId.includes('claude-3-7')») body.thinking = ${budget};`),
      output: null,
      errors: [
        {
          messageId: 'missesSuccessor',
          data: {
            pattern: 'claude-3-7',
            id: 'anthropic.claude-3-7-sonnet-20250219-v1:0',
            successor: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
          },
          suggestions: [
            {
              messageId: 'askForTrait',
              data: { code: `supports(modelId, 'budgetThinking')` },
              output: invoke(`if (supports(modelId, 'budgetThinking')) body.thinking = ${budget};`).replace(
                "client-bedrock-runtime';\n",
                `client-bedrock-runtime';\nimport { supports } from 'bedrock-claude-runtime';\n`,
              ),
            },
          ],
        },
      ],
    },
  ],
});
