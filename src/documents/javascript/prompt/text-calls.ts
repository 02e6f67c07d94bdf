import type { Place, TextPart } from '../../prompt.js';
import { globalName } from '../syntax/globals.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { composed, entering, isConstant, wholeText } from './compose.js';
import { jsonParts } from './json-parts.js';
import { joinedText } from './joined-text.js';
import { numberOf } from './number-of.js';
import { replacedText } from './replaced-text.js';
import { inside, placeOf, type Reading, type Spot } from './spot.js';
import { isDedent } from './tagged-text.js';

type Parts = readonly TextPart[];
type Call = Extract<Node, { type: 'CallExpression' }>;

/** What comes out of the methods of texts and lists that prompts are made with; `null` for other calls. */
export function textOfCall(spot: Spot, reading: Reading): Parts | null {
  const { node, tree } = spot;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  const [first] = node.arguments;
  const global = globalName(tree, callee);
  if (first && global === 'JSON.stringify') return jsonText(spot, first, node.arguments.slice(1), reading);
  if (first && (global === 'String' || isDedent({ tree, node: callee }, reading.reach)))
    return reading.text(inside(spot, first));
  if (callee.type !== 'MemberExpression' || global !== null) return null;
  const method = staticName(callee.property, callee.computed);
  return method === null ? null : textOfMethod(spot, node, inside(spot, callee.object), method, reading);
}

function textOfMethod(spot: Spot, call: Call, receiver: Spot, method: string, reading: Reading): Parts | null {
  const [first, second] = call.arguments.map((argument) => inside(spot, argument));
  const place = placeOf(spot);
  switch (method) {
    case 'join':
      return joinedText(receiver, first ? reading.text(first) : [{ kind: 'static', text: ',', place }], place, reading);
    case 'concat':
      return composed(
        [receiver, ...call.arguments.map((argument) => inside(spot, argument))].map((piece) =>
          entering(reading.text(piece), placeOf(piece)),
        ),
        place,
      );
    case 'repeat':
      return repeated(reading.text(receiver), first ? numberOf(first, reading) : null, place);
    case 'replace':
    case 'replaceAll':
      return first && second ? replacedText(reading.text(receiver), first, second, method, place, reading) : null;
    case 'toString':
    case 'normalize':
      return first ? null : ofText(reading.text(receiver));
    case 'trim':
    case 'trimStart':
    case 'trimEnd':
      return trimmed(reading.text(receiver), method);
    case 'toUpperCase':
    case 'toLowerCase':
      return cased(reading.text(receiver), method);
    case 'slice':
    case 'substring':
      return sliced(reading.text(receiver), [first, second], method, place, reading);
    default:
      return null;
  }
}

/** The parts, where any of them is known to be text: anything else may have methods of its own. */
function ofText(parts: Parts): Parts | null {
  return parts.some(({ kind }) => kind === 'static') ? parts : null;
}

function trimmed(parts: Parts, method: 'trim' | 'trimStart' | 'trimEnd'): Parts | null {
  return (
    ofText(parts)?.map((part, index) => {
      if (part.kind !== 'static') return part;
      let { text } = part;
      if (index === 0 && method !== 'trimEnd') text = text.trimStart();
      if (index === parts.length - 1 && method !== 'trimStart') text = text.trimEnd();
      return { ...part, text };
    }) ?? null
  );
}

function cased(parts: Parts, method: 'toUpperCase' | 'toLowerCase'): Parts | null {
  return ofText(parts)?.map((part) => (part.kind === 'static' ? { ...part, text: part.text[method]() } : part)) ?? null;
}

function sliced(
  parts: Parts,
  bounds: readonly [Spot | undefined, Spot | undefined],
  method: 'slice' | 'substring',
  place: Place,
  reading: Reading,
): Parts | null {
  const text = wholeText(parts);
  const [from, to] = bounds.map((bound) => (bound ? numberOf(bound, reading) : undefined));
  if (text === null || from === null || to === null) return null;
  return [{ kind: 'static', text: text[method](from ?? 0, to), place }];
}

/** Characters; what is longer than any context window is not made. */
const longest = 20_000_000;

/** `text.repeat(n)`. */
function repeated(parts: Parts, count: number | null, place: Place): Parts | null {
  const text = wholeText(parts);
  if (text !== null && count !== null && count >= 0 && text.length * count <= longest)
    return [{ kind: 'static', text: text.repeat(count), place }];
  const change = parts.find(({ kind }) => kind === 'dynamic');
  if (change) return entering([change], place);
  return isConstant(parts) && count !== null ? [{ kind: 'unknown', place, isConstant: true }] : null;
}

function jsonText(spot: Spot, value: Node, [replacer, space]: readonly Node[], reading: Reading): Parts | null {
  if (
    replacer &&
    !(replacer.type === 'Literal' && replacer.value === null) &&
    globalName(spot.tree, replacer) !== 'undefined'
  )
    return null;
  const indent = space ? indentOf(inside(spot, space), reading) : '';
  return indent === null ? null : jsonParts(inside(spot, value), reading, { place: placeOf(spot), indent });
}

function indentOf(space: Spot, reading: Reading): string | null {
  const count = numberOf(space, reading);
  return count === null ? wholeText(reading.text(space)) : ' '.repeat(Math.max(0, Math.min(10, count)));
}
