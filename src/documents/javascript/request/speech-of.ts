import type { LastTurn } from '../../request.js';
import type { StaticValue } from '../../static-value.js';
import { libraryName } from '../modules/imported-from.js';
import { textOf } from '../prompt/content-blocks.js';
import { resolve } from '../prompt/follow.js';
import { listElements } from '../prompt/list-elements.js';
import { findProperty, hasUnknownSpread } from '../prompt/properties.js';
import { inside, type Reading, type Spot } from '../prompt/spot.js';
import type { Node } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

type Role = LastTurn['role'];

/** Who speaks in a turn, and what. */
export interface Speech {
  readonly role: Role;
  readonly content: StaticValue;
}

const roles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['user', 'user'],
  ['human', 'user'],
  ['tool', 'user'],
  ['assistant', 'assistant'],
  ['ai', 'assistant'],
]);

/** Classes and makers of LangChain, and the words of the AWS SDK's enumeration. */
const names: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['HumanMessage', 'user'],
  ['ToolMessage', 'user'],
  ['AIMessage', 'assistant'],
  ['HumanMessagePromptTemplate', 'user'],
  ['AIMessagePromptTemplate', 'assistant'],
  ['ConversationRole.USER', 'user'],
  ['ConversationRole.ASSISTANT', 'assistant'],
]);

/** The role and the words of a turn; `null` where the role is only known at run time. */
export function speechOf(element: Spot, reading: Reading): Speech | null {
  const turn = resolve(element, reading);
  const { node } = turn;
  switch (node.type) {
    case 'ObjectExpression':
      return speechOfObject(turn, reading);
    case 'ArrayExpression': {
      // LangChain: `['assistant', '…']`.
      const [speaker, content] = node.elements;
      const role = speaker && content ? roles.get(textOf(inside(turn, speaker), reading) ?? '') : undefined;
      return role && content ? { role, content: contentOf(inside(turn, content), reading) } : null;
    }
    case 'NewExpression':
    case 'CallExpression': {
      const [first] = node.arguments;
      const role = names.get(nameOf(turn, makerOf(node.callee), reading));
      if (!role || !first || first.type === 'SpreadElement') return null;
      const settings = resolve(inside(turn, first), reading);
      const content = findProperty(settings, 'content', reading)?.value ?? inside(turn, first);
      return { role, content: contentOf(content, reading) };
    }
    default:
      return null;
  }
}

function speechOfObject(turn: Spot, reading: Reading): Speech | null {
  const speaker = findProperty(turn, 'role', reading);
  const content = findProperty(turn, 'content', reading);
  if (!speaker || speaker.isConditional || !content || hasUnknownSpread(turn, reading)) return null;
  const role = roles.get(textOf(speaker.value, reading) ?? '') ?? names.get(nameOf(turn, speaker.value.node, reading));
  return role ? { role, content: contentOf(content.value, reading) } : null;
}

/** `AIMessagePromptTemplate.fromTemplate(…)` and `new AIMessage(…)`. */
function makerOf(callee: Node): Node {
  const node = unwrap(callee);
  const isMaker = node.type === 'MemberExpression' && staticName(node.property, node.computed) === 'fromTemplate';
  return isMaker ? node.object : node;
}

function nameOf({ tree }: Spot, node: Node, { reach }: Reading): string {
  return libraryName({ tree, node: unwrap(node) }, reach)?.path.join('.') ?? '';
}

/** The words of a turn that is one text. */
function contentOf(content: Spot, reading: Reading): StaticValue {
  const list = listElements(content, reading);
  if (!list) return valueOf(content, reading);
  const [only, ...others] = list.elements;
  const text = only?.count === 'one' && others.length === 0 ? textIn(only.spot, reading) : null;
  return text ? valueOf(text, reading) : { kind: 'unknown', range: content.node.range };
}

/** `{ text }`, `{ type: 'text', text }`. */
function textIn(element: Spot, reading: Reading): Spot | null {
  const block = resolve(element, reading);
  return findProperty(block, 'text', reading)?.value ?? null;
}

function valueOf(spot: Spot, reading: Reading): StaticValue {
  const { range } = spot.node;
  const { path } = spot.tree;
  const parts = reading.text(spot).map((part) => (part.kind === 'static' ? part.text : null));
  if (parts.every((part) => part !== null)) return { kind: 'text', text: parts.join(''), range, path };
  return parts.some((part) => part !== null) ? { kind: 'template', parts, range, path } : { kind: 'unknown', range };
}
