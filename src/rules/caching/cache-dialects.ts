import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { WrittenType } from '../../documents/prompt.js';
import { isInside, type Range } from '../../edits/text-edit.js';

/** How cache points are written in the words of one API, in the style of one file. */
export interface PointWriter {
  /** Behind a block: as an element of its own, as a property of the block, or as a property of the message. */
  readonly form: 'element' | 'property' | 'message';
  /** The element, or the property. */
  readonly point: string;
  /** A block of a text, for a list that takes blocks. */
  textBlock(expression: string): string;
  /** A word as the types of its place want it. */
  literal(word: string): string;
}

/**
 * The writer for a call; `null` where its API takes no points, or which one is not certain.
 *
 * @param place where the point will stand: outside the call itself and without a type, TypeScript takes `'default'` for any text.
 */
export function pointWriter(
  call: ModelCall,
  document: Document,
  place: Range,
  type: WrittenType | null,
): PointWriter | null {
  const quote = quoteOf(document.text);
  const isJson = call.dialect === 'messages' && !call.surface.startsWith('Anthropic');
  const isTyped = isJson || isInside(place, call.range) || type === 'library';
  const literal = (text: string) =>
    `${quote}${text}${quote}${!isTyped && /\.[cm]?tsx?$/.test(document.path) ? ' as const' : ''}`;
  const point = (type: string) => `cachePoint: { ${type}: ${literal('default')} }`;
  const text = (expression: string) => `{ text: ${expression} }`;
  const typedText = (expression: string) => `{ type: ${literal('text')}, text: ${expression} }`;
  switch (call.dialect) {
    case 'converse':
      return { form: 'element', point: `{ ${point('type')} }`, textBlock: text, literal };
    case 'strands':
      return { form: 'element', point: `{ ${point('cacheType')} }`, textBlock: text, literal };
    case 'langChain':
      if (call.library?.name !== '@langchain/aws') return null;
      // The types of LangChain want a `type` of every block; Bedrock is sent the point alone.
      return {
        form: 'element',
        point: `{ type: ${literal('cachePoint')}, ${point('type')} }`,
        textBlock: typedText,
        literal,
      };
    case 'messages':
      return {
        form: 'property',
        point: `cache_control: { type: ${literal('ephemeral')} }`,
        textBlock: typedText,
        literal,
      };
    case 'aiSdk': {
      // Only the Anthropic provider of the AI SDK proves the model by itself; it has its own words for points.
      const options = call.provesClaude
        ? `anthropic: { cacheControl: { type: ${literal('ephemeral')} } }`
        : `bedrock: { ${point('type')} }`;
      return {
        form: 'message',
        point: `providerOptions: { ${options} }`,
        textBlock: (expression) => `{ role: ${literal('system')}, content: ${expression} }`,
        literal,
      };
    }
  }
}

/** The quotes that the file uses most. */
function quoteOf(text: string) {
  return text.split(`"`).length > text.split(`'`).length ? `"` : `'`;
}
