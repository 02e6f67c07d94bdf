import { isRecord, listOf, numberOf, textOf } from './json.js';
import type { Json } from './json.js';
import type { ModelFacts } from './model-facts.js';
import type { ModelRequest } from './model-request.js';
import { PromptBuilder, readMark } from './prompt-builder.js';
import { ModelRefusal, refuseExtraInputs } from './service-error.js';

/** Fields of a Messages body that every route takes. */
const fields = [
  'max_tokens',
  'messages',
  'system',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'tools',
  'tool_choice',
  'thinking',
  'output_config',
  'output_format',
  'metadata',
  'context_management',
  'cache_control',
  'service_tier',
];
const invokeFields = new Set([...fields, 'anthropic_version', 'anthropic_beta']);
const routeFields = new Set([...fields, 'model', 'stream']);
const textKeys = new Set(['type', 'text', 'cache_control', 'citations']);
const toolResultKeys = new Set(['type', 'tool_use_id', 'content', 'is_error', 'cache_control']);
const toolUseKeys = new Set(['type', 'id', 'name', 'input', 'cache_control', 'caller']);
const media = new Set(['image', 'document']);
const uncacheable = new Set(['thinking', 'redacted_thinking']);

/** Headers stand in for what InvokeModel has in the body. */
export interface MessagesHeaders {
  readonly version: string | undefined;
  readonly betas: readonly string[];
}

/** A Messages body as InvokeModel takes it (`headers` is `null`) or as the Messages route does. */
export function parseMessages(body: Json, model: ModelFacts, headers: MessagesHeaders | null): ModelRequest {
  if (body['prompt'] !== undefined && body['messages'] === undefined) {
    throw new ModelRefusal(`"${model.id}" is not supported on this API. Please use the Messages API instead.`);
  }
  refuseExtraInputs(body, headers === null ? invokeFields : routeFields);
  const maxTokens = numberOf(body['max_tokens']);
  if (maxTokens === undefined) throw new ModelRefusal('max_tokens: Field required');
  const prompt = new PromptBuilder();
  listOf(body['tools']).forEach((tool, at) => addTool(prompt, tool, `tools.${at}`));
  addSystem(prompt, body['system']);
  const messages = messagesOf(body['messages']);
  messages.forEach(({ role, content }, at) => addContent(prompt, role, content, `messages.${at}.content`));
  addAutomaticPoint(prompt, body, model, headers === null);
  const outputConfig = isRecord(body['output_config']) ? body['output_config'] : {};
  return {
    blocks: prompt.blocks,
    points: prompt.points,
    roles: messages.map(({ role }) => role),
    maxTokens,
    temperature: numberOf(body['temperature']),
    topP: numberOf(body['top_p']),
    topK: numberOf(body['top_k']),
    thinking: isRecord(body['thinking']) ? body['thinking'] : undefined,
    effort: outputConfig['effort'],
    asksForFormat: outputConfig['format'] !== undefined || body['output_format'] !== undefined,
    toolChoice: isRecord(body['tool_choice']) ? textOf(body['tool_choice']['type']) : undefined,
    tools: listOf(body['tools'])
      .filter(isRecord)
      .map((tool) => ({
        type: textOf(tool['type']),
        name: textOf(tool['name']),
        isStrict: tool['strict'] === true,
      })),
    betas: headers?.betas ?? listOf(body['anthropic_beta']).map(String),
    apiVersion: versionOf(body, model, headers),
  };
}

function versionOf(body: Json, { apiVersions }: ModelFacts, headers: MessagesHeaders | null) {
  // The first version of the direct API is what the header of older clients says; the route takes it for the Bedrock one.
  const written = headers === null ? textOf(body['anthropic_version']) : headers.version;
  if (written === undefined) throw new ModelRefusal('anthropic_version: Field required');
  const version = headers !== null && written === '2023-06-01' ? 'bedrock-2023-05-31' : written;
  if (!apiVersions.includes(version)) {
    throw new ModelRefusal(`anthropic_version: "${version}" is not supported for this model.`);
  }
  return version;
}

function addTool(prompt: PromptBuilder, tool: unknown, path: string) {
  if (!isRecord(tool)) throw new ModelRefusal(`${path}: Input should be a valid object`);
  refuseForeignPoint(tool, path);
  if (textOf(tool['name']) === undefined) throw new ModelRefusal(`${path}.name: Field required`);
  const { cache_control: mark, ...rest } = tool;
  prompt.add('tools', '', rest, JSON.stringify(rest));
  addMark(prompt, mark, `${path}.cache_control`);
}

function addSystem(prompt: PromptBuilder, system: unknown) {
  if (system === undefined || system === '') return;
  if (typeof system === 'string') {
    prompt.add('system', '', { type: 'text', text: system }, system);
    return;
  }
  if (!Array.isArray(system)) throw new ModelRefusal('system: Input should be a valid list');
  system.forEach((block: unknown, at) => {
    if (!isRecord(block) || block['type'] !== 'text') {
      throw new ModelRefusal(`system.${at}.type: Input should be 'text'`);
    }
    addBlock(prompt, 'system', '', block, `system.${at}`);
  });
}

function messagesOf(messages: unknown) {
  const list = listOf(messages);
  if (list.length === 0) throw new ModelRefusal('messages: at least one message is required');
  return list.map((message, at) => {
    if (!isRecord(message)) throw new ModelRefusal(`messages.${at}: Input should be a valid object`);
    refuseExtraInputs(message, new Set(['role', 'content']), `messages.${at}.`);
    const role = message['role'];
    if (role !== 'user' && role !== 'assistant' && role !== 'system') {
      throw new ModelRefusal(`messages.${at}.role: Input should be 'user' or 'assistant'`);
    }
    return { role, content: message['content'] };
  });
}

function addContent(prompt: PromptBuilder, role: string, content: unknown, path: string) {
  if (typeof content === 'string') {
    addBlock(prompt, 'messages', role, { type: 'text', text: content }, path);
    return;
  }
  if (!Array.isArray(content)) throw new ModelRefusal(`${path}: Field required`);
  content.forEach((block: unknown, at) => {
    if (!isRecord(block)) throw new ModelRefusal(`${path}.${at}: Input should be a valid object`);
    addBlock(prompt, 'messages', role, block, `${path}.${at}`);
  });
}

function addBlock(prompt: PromptBuilder, section: 'system' | 'messages', role: string, block: Json, path: string) {
  refuseForeignPoint(block, path);
  const type = textOf(block['type']);
  if (type === undefined) throw new ModelRefusal(`${path}.type: Field required`);
  if (type === 'text') {
    refuseExtraInputs(block, textKeys, `${path}.text.`);
    const text = textOf(block['text']);
    if (text === undefined) throw new ModelRefusal(`${path}.text.text: Field required`);
    if (text === '') throw new ModelRefusal(`${path}: text content blocks must be non-empty`);
  }
  if (type === 'tool_use') refuseExtraInputs(block, toolUseKeys, `${path}.tool_use.`);
  if (type === 'tool_result') refuseExtraInputs(block, toolResultKeys, `${path}.tool_result.`);
  const { cache_control: mark, ...rest } = block;
  if (mark !== undefined && uncacheable.has(type)) {
    throw new ModelRefusal(`${path}.${type}.cache_control: Extra inputs are not permitted`);
  }
  prompt.add(section, role, rest, media.has(type) ? null : (textOf(block['text']) ?? JSON.stringify(rest)));
  addMark(prompt, mark, `${path}.${type}.cache_control`);
  if (type === 'tool_result') addNestedMarks(prompt, block['content'], `${path}.tool_result.content`);
}

/** Blocks in a tool's result may be marked too; the prefix then ends with the result. */
function addNestedMarks(prompt: PromptBuilder, content: unknown, path: string) {
  listOf(content).forEach((block, at) => {
    if (!isRecord(block)) return;
    refuseForeignPoint(block, `${path}.${at}`);
    addMark(prompt, block['cache_control'], `${path}.${at}.cache_control`);
  });
}

function addMark(prompt: PromptBuilder, mark: unknown, path: string) {
  if (mark !== undefined && mark !== null) prompt.addPoint(readMark(mark, 'ephemeral', path));
}

/** A mark on the whole body puts one point on its last block, where the model's route has that. */
function addAutomaticPoint(prompt: PromptBuilder, body: Json, model: ModelFacts, isInvoke: boolean) {
  const mark = body['cache_control'];
  if (mark === undefined) return;
  if (isInvoke && !model.automaticCaching) throw new ModelRefusal('cache_control: Extra inputs are not permitted');
  addMark(prompt, mark, 'cache_control');
}

/** The point of Converse is an unknown field in a Messages body. */
function refuseForeignPoint(block: Json, path: string) {
  if ('cachePoint' in block) throw new ModelRefusal(`${path}.cachePoint: Extra inputs are not permitted`);
}
