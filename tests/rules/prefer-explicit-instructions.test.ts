import preferExplicitInstructions from '../../src/rules/prefer-explicit-instructions.js';
import { runRule } from './run-rule.js';

const aws = `import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
`;
const modelId = `modelId: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'`;
const tools = `toolConfig: { tools: [{ toolSpec: { name: 'edit_file', inputSchema: { json: schema } } }] }`;
const ask = (text: string, more: string = tools) =>
  `${aws}new ConverseCommand({ ${modelId}, messages: [{ role: 'user', content: [{ text: ${text} }] }], ${more} });`;
const found = { messageId: 'asksForSuggestion', data: { words: 'Can you suggest some changes', tool: 'edit_file' } };

runRule(preferExplicitInstructions, {
  valid: [
    // An action is asked for.
    { code: ask(`'Change this function so that it runs faster.'`) },
    // Nothing is offered that could act.
    { code: ask(`'Can you suggest some changes?'`, '') },
    {
      code: ask(
        `'Can you suggest some changes?'`,
        `toolConfig: { tools: [{ toolSpec: { name: 'search_documents', inputSchema: { json: schema } } }] }`,
      ),
    },
    // A suggestion of another kind, in another sentence, and within a word.
    { code: ask(`'Can you suggest a film? Then save the changes.'`) },
    { code: ask(`'We can you suggestible changes.'`) },
    // What the model said.
    {
      code: `${aws}new ConverseCommand({ ${modelId}, messages: [{ role: 'user', content: [{ text: 'Go on.' }] }, { role: 'assistant', content: [{ text: 'Can you suggest some changes?' }] }, { role: 'user', content: [{ text: 'Yes.' }] }], ${tools} });`,
    },
    // Another vendor, a shadowed name, a look-alike, a text outside of a call.
    {
      code: ask(`'Can you suggest some changes?'`).replace(
        'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
        'amazon.nova-pro-v1:0',
      ),
    },
    {
      code: ask(`'Can you suggest some changes?'`).replace(
        'new Converse',
        'export const run = (ConverseCommand: Command) => new Converse',
      ),
    },
    { code: ask(`'Can you suggest some changes?'`).replace('@aws-sdk/client-bedrock-runtime', './my-sdk.js') },
    { code: `export const bedrockHelp = 'Can you suggest some changes?';` },
  ],
  invalid: [
    { code: ask(`'«Can you suggest some changes» to this function?'`), output: null, errors: [found] },
    // A system prompt with a name, and the AI SDK, whose tools go by their keys.
    {
      code: `import { bedrock } from '@ai-sdk/amazon-bedrock';
import { generateText, tool } from 'ai';
const SYSTEM = \`You help developers. Please «recommend» improvements to \${file}.\`;
await generateText({ model: bedrock('global.anthropic.claude-sonnet-4-5-20250929-v1:0'), system: SYSTEM, prompt, tools: { applyPatch: tool({}) } });`.replace(
        'Please «recommend» improvements',
        '«Please recommend improvements»',
      ),
      output: null,
      errors: [
        { messageId: 'asksForSuggestion', data: { words: 'Please recommend improvements', tool: 'applyPatch' } },
      ],
    },
    // One text of two calls: one finding.
    {
      code: `${aws}const messages = [{ role: 'user', content: [{ text: '«Can you suggest some changes»?' }] }];
new ConverseCommand({ ${modelId}, messages, ${tools} });
new ConverseCommand({ ${modelId}, messages, ${tools} });`,
      output: null,
      errors: [found],
    },
  ],
});
