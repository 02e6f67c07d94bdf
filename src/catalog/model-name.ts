import { escaped, gateway, namedPattern, opaquePattern, plain, type Spelling } from './model-id-grammar.js';
import { isModelIdShape } from './model-id-shape.js';
import type { Scope } from './schema.js';

/** Resource kinds of Bedrock ARNs that `modelId` accepts. */
export type ArnResource =
  | 'foundation-model'
  | 'inference-profile'
  | 'application-inference-profile'
  | 'provisioned-model'
  | 'prompt-router'
  | 'default-prompt-router'
  | 'custom-model-deployment'
  | 'imported-model'
  | 'custom-model'
  | 'prompt';

export interface BedrockArn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly resource: ArnResource;
}

/** A model name in every spelling Bedrock and its gateways know. `printModelName` gives back what was parsed. */
export interface ModelName {
  /** `bedrock/`, `amazon-bedrock/`, `bedrock:` …, or empty. */
  readonly gateway: string;
  readonly arn: BedrockArn | null;
  /** Geography prefix as written, without its dot; `null` = bare. May be one Bedrock does not know, or `*` in a policy. */
  readonly scope: Scope | (string & {}) | null;
  /** Base ID such as `anthropic.claude-3-haiku-20240307-v1:0`; empty when an ARN's resource is opaque. */
  readonly base: string;
  /** Context suffix with its colon (`:200k`), or empty. */
  readonly context: string;
  /** Last part of an ARN whose resource names no model of Bedrock's own. */
  readonly opaque: string;
  /** Colons are written `%3A`, and an ARN's slashes `%2F`. */
  readonly encoded: boolean;
  /** A trailing `*` as IAM allows it. */
  readonly wildcard: boolean;
}

/** The same few names are asked about for every call of a project. */
const parsed = new Map<string, ModelName | null>();
const mostParsed = 500;
/** An ARN and its resource have at most 2,048 characters; a prompt has more. */
const longestParsed = 2048;

/** The name that a whole text is, or `null`. Beginnings of names such as `anthropic.claude-3` are none. */
export function parseModelName(text: string): ModelName | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const name = readModelName(text, 0, false);
  const whole = name !== null && printModelName(name).length === text.length ? name : null;
  if (text.length > longestParsed) return whole;
  if (parsed.size === mostParsed) parsed.clear();
  parsed.set(text, whole);
  return whole;
}

/** Exactly the text that was parsed. */
export function printModelName(name: ModelName): string {
  const { gateway, arn, encoded, wildcard, opaque } = name;
  const prefix = arn ? `arn:${arn.partition}:bedrock:${arn.region}:${arn.account}:${arn.resource}/` : '';
  const tail = opaque === '' ? plainModelId(name) : opaque;
  return `${gateway}${spell(prefix + tail, encoded)}${wildcard ? '*' : ''}`;
}

/** Geography, base ID and context suffix as written: what a request's `modelId` holds without its ARN. */
export function printModelId(name: ModelName): string {
  return spell(plainModelId(name), name.encoded);
}

/** The same spelling with another model in it. The context suffix belonged to the old one. */
export function withModel(name: ModelName, model: { readonly scope: string | null; readonly base: string }): ModelName {
  return { ...name, scope: model.scope, base: model.base, context: '', opaque: '' };
}

interface Grammar {
  readonly encoded: boolean;
  readonly named: RegExp;
  readonly opaque: RegExp;
}

const grammars = { closed: grammarsOf(false), open: grammarsOf(true) };

function grammarsOf(open: boolean) {
  const grammarOf = (spelling: Spelling): Grammar => ({
    encoded: spelling === escaped,
    named: namedPattern(spelling, open),
    opaque: opaquePattern(spelling, open),
  });
  return { ':': grammarOf(plain), '%3A': grammarOf(escaped) };
}

const arn = new RegExp(`(?:${gateway})?arn(:|%3A)`, 'y');

/**
 * The longest name that starts at `offset`. An `open` name may have template holes in its ARN's partition, region and
 * account. For the scanner; everybody else has whole texts.
 */
export function readModelName(text: string, offset: number, open: boolean): ModelName | null {
  const grammar = open ? grammars.open : grammars.closed;
  arn.lastIndex = offset;
  const colon = arn.exec(text)?.[1];
  const isPlain = colon === ':';
  const found =
    colon === undefined ? readId(text, offset, grammar) : readArn(text, offset, grammar[isPlain ? ':' : '%3A']);
  return found !== null && (found.base === '' || isModelIdShape(found.base)) ? found : null;
}

function readArn(text: string, offset: number, grammar: Grammar) {
  return longer(nameAt(text, offset, grammar, 'named'), nameAt(text, offset, grammar, 'opaque'));
}

/** Up to its first colon an ID is the same in both spellings. */
function readId(text: string, offset: number, grammar: Readonly<Record<':' | '%3A', Grammar>>) {
  const found = nameAt(text, offset, grammar[':'], 'named');
  const isEscaped = found !== null && text.startsWith('%3A', offset + printModelName(found).length);
  return isEscaped ? longer(found, nameAt(text, offset, grammar['%3A'], 'named')) : found;
}

function nameAt(text: string, offset: number, grammar: Grammar, kind: 'named' | 'opaque') {
  const { encoded, [kind]: pattern } = grammar;
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  const name = match && toModelName(match.groups ?? {}, encoded);
  // `%3A` in text that is otherwise plain reads in neither spelling.
  return name && printModelName(name) === match[0] ? name : null;
}

function longer(first: ModelName | null, second: ModelName | null) {
  if (first === null || second === null) return first ?? second;
  return printModelName(second).length > printModelName(first).length ? second : first;
}

function toModelName(groups: Readonly<Record<string, string | undefined>>, encoded: boolean): ModelName {
  const plainText = (text = '') => (encoded ? text.replaceAll('%3A', ':').replaceAll('%2F', '/') : text);
  const resource = groups['resource'] ?? groups['custom'];
  return {
    gateway: groups['gateway'] ?? '',
    arn: isArnResource(resource)
      ? {
          partition: groups['partition'] ?? '',
          region: groups['region'] ?? '',
          account: groups['account'] ?? '',
          resource,
        }
      : null,
    scope: groups['scope']?.slice(0, -1) ?? null,
    base: plainText(groups['base']),
    context: plainText(groups['context']),
    opaque: plainText(groups['opaque'] ?? groups['customName']),
    encoded,
    wildcard: groups['wildcard'] !== undefined,
  };
}

const arnResources: ReadonlySet<string> = new Set<ArnResource>([
  'foundation-model',
  'inference-profile',
  'application-inference-profile',
  'provisioned-model',
  'prompt-router',
  'default-prompt-router',
  'custom-model-deployment',
  'imported-model',
  'custom-model',
  'prompt',
]);

function isArnResource(resource: string | undefined): resource is ArnResource {
  return resource !== undefined && arnResources.has(resource);
}

function plainModelId({ scope, base, context }: ModelName) {
  return `${scope === null ? '' : `${scope}.`}${base}${context}`;
}

function spell(text: string, encoded: boolean) {
  return encoded ? text.replaceAll(':', '%3A').replaceAll('/', '%2F') : text;
}
