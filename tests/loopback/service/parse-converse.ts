import { isRecord, listOf, numberOf, textOf } from './json.js';
import type { Json } from './json.js';
import type { ModelRequest } from './model-request.js';
import { PromptBuilder, readMark } from './prompt-builder.js';
import { invalid, refuseExtraInputs } from './service-error.js';

const fields = new Set([
  'messages',
  'system',
  'inferenceConfig',
  'toolConfig',
  'guardrailConfig',
  'additionalModelRequestFields',
  'promptVariables',
  'additionalModelResponseFieldPaths',
  'requestMetadata',
  'performanceConfig',
  'serviceTier',
  'outputConfig',
  // The AI SDK repeats an option of its own here, beside the field that the model reads.
  'anthropicBeta',
]);
const inferenceFields = new Set(['maxTokens', 'temperature', 'topP', 'stopSequences']);
/** What of a Messages body may go through beside Converse's own fields. */
const additionalFields = new Set([
  'thinking',
  'output_config',
  'output_format',
  'top_k',
  'anthropic_beta',
  'tools',
  'tool_choice',
  'metadata',
]);
const systemMembers = new Set(['text', 'guardContent', 'cachePoint']);
const contentMembers = new Set([
  'text',
  'image',
  'document',
  'video',
  'audio',
  'toolUse',
  'toolResult',
  'guardContent',
  'cachePoint',
  'reasoningContent',
  'citationsContent',
  'searchResult',
]);
const resultMembers = new Set(['json', 'text', 'image', 'document', 'video', 'searchResult']);
const toolMembers = new Set(['toolSpec', 'systemTool', 'cachePoint']);
const toolSpecFields = new Set(['name', 'description', 'inputSchema', 'strict']);
const media = new Set(['image', 'document', 'video', 'audio']);

/** A request of Converse or ConverseStream. */
export function parseConverse(body: Json): ModelRequest {
  refuseUnknown(body, fields, '');
  const inference = recordAt(body, 'inferenceConfig');
  refuseUnknown(inference, inferenceFields, 'inferenceConfig.');
  const additional = recordAt(body, 'additionalModelRequestFields');
  refuseExtraInputs(additional, additionalFields);
  const toolConfig = recordAt(body, 'toolConfig');
  const tools = listAt(toolConfig, 'tools', 'toolConfig.tools');
  const prompt = new PromptBuilder();
  tools.forEach((tool, at) => addTool(prompt, tool, `toolConfig.tools.${at}`));
  listAt(body, 'system', 'system').forEach((block, at) =>
    addBlock(prompt, 'system', '', block, systemMembers, `system.${at}`),
  );
  const messages = messagesOf(body);
  messages.forEach(({ role, content }, message) =>
    content.forEach((block, at) =>
      addBlock(prompt, 'messages', role, block, contentMembers, `messages.${message}.content.${at}`),
    ),
  );
  const outputConfig = recordAt(additional, 'output_config');
  return {
    blocks: prompt.blocks,
    points: prompt.points,
    roles: messages.map(({ role }) => role),
    maxTokens: numberOf(inference['maxTokens']),
    temperature: numberOf(inference['temperature']),
    topP: numberOf(inference['topP']),
    topK: numberOf(additional['top_k']),
    thinking: isRecord(additional['thinking']) ? additional['thinking'] : undefined,
    effort: outputConfig['effort'],
    asksForFormat:
      outputConfig['format'] !== undefined ||
      additional['output_format'] !== undefined ||
      recordAt(body, 'outputConfig')['textFormat'] !== undefined,
    toolChoice:
      Object.keys(recordAt(toolConfig, 'toolChoice'))[0] ?? textOf(recordAt(additional, 'tool_choice')['type']),
    tools: toolsOf(tools, listOf(additional['tools'])),
    betas: listOf(additional['anthropic_beta']).map(String),
    apiVersion: 'bedrock-2023-05-31',
  };
}

function messagesOf(body: Json) {
  const messages = listAt(body, 'messages', 'messages').map((message, at) => {
    if (!isRecord(message)) throw invalid(`messages.${at}: must be an object`);
    refuseUnknown(message, new Set(['role', 'content']), `messages.${at}.`);
    const role = message['role'];
    if (role !== 'user' && role !== 'assistant' && role !== 'system') {
      throw invalid(`messages.${at}.role: must be one of user, assistant, system`);
    }
    return { role, content: listAt(message, 'content', `messages.${at}.content`) };
  });
  if (messages[0]?.role === 'assistant') {
    throw invalid(
      'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
    );
  }
  return messages;
}

function addTool(prompt: PromptBuilder, tool: unknown, path: string) {
  const [member, value] = onlyMember(tool, toolMembers, path);
  if (member === 'cachePoint') {
    addPoint(prompt, value, path);
    return;
  }
  if (member === 'toolSpec' && isRecord(value)) refuseUnknown(value, toolSpecFields, `${path}.toolSpec.`);
  prompt.add('tools', '', { [member]: value }, JSON.stringify(value));
}

function addBlock(
  prompt: PromptBuilder,
  section: 'system' | 'messages',
  role: string,
  block: unknown,
  members: ReadonlySet<string>,
  path: string,
) {
  const [member, value] = onlyMember(block, members, path);
  if (member === 'cachePoint') {
    addPoint(prompt, value, path);
    return;
  }
  if (member === 'text' && (typeof value !== 'string' || value.trim() === '')) {
    throw invalid(
      `The text field in the ContentBlock object at ${path} is blank. Add text to the text field, and try again.`,
    );
  }
  if (member === 'toolResult' && isRecord(value)) {
    listAt(value, 'content', `${path}.toolResult.content`).forEach((inner, at) =>
      onlyMember(inner, resultMembers, `${path}.toolResult.content.${at}`),
    );
  }
  prompt.add(section, role, { [member]: value }, media.has(member) ? null : (textOf(value) ?? JSON.stringify(value)));
}

function addPoint(prompt: PromptBuilder, value: unknown, path: string) {
  prompt.addPoint(readMark(value, 'default', `${path}.cachePoint`));
}

/** A block is a union: exactly one member, and one that stands in this place. */
function onlyMember(block: unknown, members: ReadonlySet<string>, path: string): [member: string, value: unknown] {
  if (!isRecord(block)) throw invalid(`${path}: must be an object`);
  const [first, ...more] = Object.entries(block);
  if (first === undefined || more.length > 0) throw invalid(`${path}: must have exactly one member set`);
  if (!members.has(first[0])) throw invalid(`${path}: unknown member ${first[0]}`);
  return first;
}

function toolsOf(tools: readonly unknown[], additional: readonly unknown[]) {
  const specs = tools.filter(isRecord).map((tool) => ({
    type: undefined,
    name: undefined,
    isStrict: isRecord(tool['toolSpec']) && tool['toolSpec']['strict'] === true,
  }));
  const builtIn = additional
    .filter(isRecord)
    .map((tool) => ({ type: textOf(tool['type']), name: textOf(tool['name']), isStrict: false }));
  return [...specs, ...builtIn];
}

function refuseUnknown(found: Json, known: ReadonlySet<string>, path: string) {
  const extra = Object.keys(found).find((key) => !known.has(key));
  if (extra !== undefined) throw invalid(`${path}${extra}: unknown member`);
}

function recordAt(parent: Json, key: string): Json {
  const value = parent[key] ?? {};
  if (!isRecord(value)) throw invalid(`${key}: must be an object`);
  return value;
}

function listAt(parent: Json, key: string, path: string): readonly unknown[] {
  const value = parent[key] ?? [];
  if (!Array.isArray(value)) throw invalid(`${path}: must be a list`);
  return value;
}
