import type { Surface } from '../../facts.js';
import type { Dialect } from '../../prompt.js';
import { libraryName } from '../modules/imported-from.js';
import { deeper, type Reach } from '../values/reach.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { Kind } from './value.js';

/** What a type of an SDK says about a value. */
export interface TypedValue {
  readonly kind: Kind;
  readonly dialect: Dialect;
  readonly surface: Surface;
}

const converse = (kind: Kind): TypedValue => ({ kind, dialect: 'converse', surface: 'Converse' });
const messages = (kind: Kind): TypedValue => ({ kind, dialect: 'messages', surface: 'AnthropicBedrock' });

const awsTypes: ReadonlyMap<string, TypedValue> = new Map<string, TypedValue>([
  ['StopReason', converse('reason')],
  ['ConverseResponse', converse('answer')],
  ['ConverseCommandOutput', converse('answer')],
  ['ConverseStreamOutput', { ...converse('event'), surface: 'ConverseStream' }],
  ['ConverseStreamResponse', { ...converse('streaming'), surface: 'ConverseStream' }],
  ['ConverseStreamCommandOutput', { ...converse('streaming'), surface: 'ConverseStream' }],
  ['MessageStopEvent', { ...converse('messageStop'), surface: 'ConverseStream' }],
]);

const anthropicTypes: ReadonlyMap<string, TypedValue> = new Map<string, TypedValue>([
  ['StopReason', messages('reason')],
  ['BetaStopReason', messages('reason')],
  ['Message', messages('answer')],
  ['BetaMessage', messages('answer')],
  ['MessageStreamEvent', messages('event')],
  ['RawMessageStreamEvent', messages('event')],
  ['BetaRawMessageStreamEvent', messages('event')],
]);

const awsModule = '@aws-sdk/client-bedrock-runtime';
const transparent = /^(?:NonNullable|Promise|Awaited|Readonly|Partial|Required|AsyncGenerator|Generator)$/;
const iterable = /^(?:AsyncIterable|AsyncIterableIterator|AsyncGenerator|ReadableStream|Iterable|Array|ReadonlyArray)$/;

/** What a type annotation says, through aliases of the file, unions with nothing, and the wrappers of the language. */
export function typedValue(tree: SyntaxTree, type: Node, reach: Reach): TypedValue | null {
  const next = deeper(reach);
  if (!next) return null;
  switch (type.type) {
    case 'TSUnionType': {
      const found = type.types.flatMap((each) => typedValue(tree, each, next) ?? []);
      const [only] = found;
      const isPlain = type.types.every(
        (each) => /^TS(?:Undefined|Null)Keyword$/.test(each.type) || typedValue(tree, each, next),
      );
      return only && found.length === 1 && isPlain ? only : null;
    }
    case 'TSIndexedAccessType': {
      const owner = typedValue(tree, type.objectType, next);
      const key =
        type.indexType.type === 'TSLiteralType' && type.indexType.literal.type === 'Literal'
          ? type.indexType.literal.value
          : null;
      return owner?.kind === 'answer' && (key === 'stopReason' || key === 'stop_reason')
        ? { ...owner, kind: 'reason' }
        : null;
    }
    case 'TSTypeReference':
      return typedReference(tree, type, next);
    default:
      return null;
  }
}

function typedReference(tree: SyntaxTree, type: Node, reach: Reach): TypedValue | null {
  if (type.type !== 'TSTypeReference') return null;
  const [inner] = type.typeArguments?.params ?? [];
  if (type.typeName.type === 'Identifier' && inner) {
    const { name } = type.typeName;
    if (iterable.test(name)) {
      const element = typedValue(tree, inner, reach);
      return element?.kind === 'event' ? { ...element, kind: 'stream' } : null;
    }
    if (transparent.test(name)) return typedValue(tree, inner, reach);
  }
  const alias = type.typeName.type === 'Identifier' ? tree.variableOf(type.typeName)?.defs[0]?.node : undefined;
  if (alias?.type === 'TSTypeAliasDeclaration') return typedValue(tree, alias.typeAnnotation, reach);
  const name = libraryName({ tree, node: type.typeName }, reach);
  const last = name?.path.at(-1) ?? '';
  if (name?.module === awsModule) return awsTypes.get(last) ?? null;
  const isAnthropic =
    name?.module.startsWith('@anthropic-ai/bedrock-sdk') === true ||
    (name?.module.startsWith('@anthropic-ai/sdk') === true && importsBedrockSdk(tree));
  return isAnthropic ? (anthropicTypes.get(last) ?? null) : null;
}

function importsBedrockSdk(tree: SyntaxTree) {
  return tree.all('ImportDeclaration').some(({ source }) => source.value.startsWith('@anthropic-ai/bedrock-sdk'));
}
