import type { Place, TextPart } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import { unwrap, staticName } from '../syntax/unwrap.js';
import type { Node } from '../syntax/syntax-tree.js';
import { composed, entering } from './compose.js';
import { resolve } from './follow.js';
import { listElements } from './list-elements.js';
import { inside, mayGoOn, type Reading, type Spot } from './spot.js';

interface Options {
  /** The text all of this comes through: the call of `JSON.stringify`, the element of a tool list. */
  readonly place: Place;
  readonly indent?: string;
  /** Properties that are not sent. */
  readonly without?: ReadonlySet<string>;
}

/** What `JSON.stringify` makes of a value, with holes where it is not known. */
export function jsonParts(spot: Spot, reading: Reading, options: Options): readonly TextPart[] {
  const pieces = written(spot, reading, options, '\n');
  return composed([entering(pieces ?? [], options.place)], options.place);
}

/** `null` = nothing: a function, `undefined`. */
function written(spot: Spot, reading: Reading, options: Options, line: string): TextPart[] | null {
  const value = resolve(spot, reading);
  const { node } = value;
  if (!mayGoOn(value, reading)) return [{ kind: 'unknown', place: options.place }];
  switch (node.type) {
    case 'ObjectExpression':
      return bracketed('{', properties(value, reading, options, line + (options.indent ?? '')), '}', options, line);
    case 'ArrayExpression':
      return bracketed('[', elements(spot, reading, options, line + (options.indent ?? '')), ']', options, line);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'FunctionDeclaration':
      return null;
    case 'Literal':
      if (node.value === null || typeof node.value === 'number' || typeof node.value === 'boolean')
        return [words(JSON.stringify(node.value), options)];
      if (typeof node.value !== 'string') return [hole(options)];
      break;
    case 'UnaryExpression':
      if (node.operator === '-' && node.argument.type === 'Literal')
        return [words(`-${String(node.argument.value)}`, options)];
      break;
    case 'Identifier':
      if (globalName(value.tree, node) === 'undefined') return null;
      break;
  }
  return quoted(reading.text(spot), options);
}

/** A text in quotes; what is no text for sure may be anything, and stays a hole. */
function quoted(parts: readonly TextPart[], options: Options): TextPart[] {
  if (parts.length > 0 && parts.every(({ kind }) => kind !== 'static')) return [...parts];
  const inner = parts.map((part) =>
    part.kind === 'static' ? { ...part, text: JSON.stringify(part.text).slice(1, -1) } : part,
  );
  return [words('"', options), ...inner, words('"', options)];
}

function bracketed(
  open: string,
  items: readonly (readonly TextPart[])[],
  close: string,
  options: Options,
  line: string,
): TextPart[] {
  if (items.length === 0) return [words(open + close, options)];
  const { indent = '' } = options;
  const parts: TextPart[] = [words(open, options)];
  for (const [index, item] of items.entries()) {
    const lead = (index === 0 ? '' : ',') + (indent === '' ? '' : line + indent);
    if (lead !== '') parts.push(words(lead, options));
    for (const part of item) parts.push(part);
  }
  parts.push(words((indent === '' ? '' : line) + close, options));
  return parts;
}

function properties(object: Spot, reading: Reading, options: Options, line: string): TextPart[][] {
  const { node } = object;
  if (node.type !== 'ObjectExpression') return [];
  return node.properties.flatMap((property): TextPart[][] => {
    if (property.type === 'SpreadElement') {
      const spread = resolve(inside(object, property.argument), reading);
      if (spread.node.type !== 'ObjectExpression' || !mayGoOn(spread, reading)) return [[hole(options)]];
      return properties(
        { ...spread, scope: { ...spread.scope, depth: object.scope.depth + 1 } },
        reading,
        options,
        line,
      );
    }
    const name = nameOf(object, property, reading);
    if (name === null) return [[hole(options)]];
    if (options.without?.has(name)) return [];
    const value = written(inside(object, property.value), reading, { ...options, without: nothing }, line);
    const colon = (options.indent ?? '') === '' ? ':' : ': ';
    return value ? [[words(JSON.stringify(name) + colon, options), ...value]] : [];
  });
}

const nothing: ReadonlySet<string> = new Set();

function nameOf(object: Spot, property: Extract<Node, { type: 'Property' }>, reading: Reading): string | null {
  const name = staticName(property.key, property.computed);
  return (
    name ?? (property.computed ? staticName(unwrap(resolve(inside(object, property.key), reading).node), true) : null)
  );
}

function elements(spot: Spot, reading: Reading, options: Options, line: string): TextPart[][] {
  const list = listElements(spot, reading);
  if (!list) return [[hole(options)]];
  return list.elements.map(({ spot: element, count }) => {
    if (count === 'one') return written(element, reading, options, line) ?? [words('null', options)];
    const change = reading.text(element).find(({ kind }) => kind === 'dynamic');
    return [change ?? hole(options)];
  });
}

function words(text: string, { place }: Options): TextPart {
  return { kind: 'static', text, place };
}

function hole({ place }: Options): TextPart {
  return { kind: 'unknown', place };
}
