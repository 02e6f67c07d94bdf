import type { Range } from '../../../edits/text-edit.js';
import type { BodyProperty, CompletionBody } from '../../text-completion.js';
import { globalName } from '../syntax/globals.js';
import { callsOf } from '../values/callers.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { isShown } from './prompt-source.js';
import { isLoose } from './type-edits.js';
import { functionAround } from '../syntax/functions.js';

type ObjectLiteral = Extract<Node, { type: 'ObjectExpression' }>;

/** What a text-completion request may set, and what a Messages request takes under another name, or as it is. */
const known: ReadonlySet<string> = new Set([
  'prompt',
  'max_tokens_to_sample',
  'temperature',
  'top_p',
  'top_k',
  'stop_sequences',
  'anthropic_version',
]);

/** The literal of a body, when it can be written anew: all of it is known, and nothing but its request uses it. */
export function completionBody(
  tree: SyntaxTree,
  literal: ObjectLiteral,
): CompletionBody | { readonly obstacle: string } {
  const properties: BodyProperty[] = [];
  for (const property of literal.properties) {
    const name = property.type === 'Property' ? staticName(property.key, property.computed) : null;
    if (property.type !== 'Property' || name === null)
      return { obstacle: 'its body takes properties from another object' };
    if (!known.has(name)) return { obstacle: `its body sets \`${name}\`, which a Messages request may not take` };
    const [[start], [valueStart]] = [property.range, property.value.range];
    if (tree.comments.some(({ range }) => start < range[0] && range[1] <= valueStart))
      return { obstacle: `a comment stands between \`${name}\` and its value` };
    properties.push({
      name,
      range: property.range,
      value: property.value.range,
      isQuoted: property.key.type === 'Literal',
      texts: textsOf(property.value),
      comments: commentsBeside(tree, literal, property),
    });
  }
  if (new Set(properties.map(({ name }) => name)).size < properties.length)
    return { obstacle: 'its body sets a property twice' };
  if (!properties.some(({ name }) => name === 'max_tokens_to_sample'))
    return { obstacle: 'it sets no `max_tokens_to_sample`, and a Messages request must say how long an answer may be' };
  const obstacle = isOwn(tree, literal) ? null : 'other code may use its body';
  return obstacle === null ? { range: literal.range, properties } : { obstacle };
}

/** Comments on lines of their own above a property, and the one behind it. */
function commentsBeside(tree: SyntaxTree, literal: ObjectLiteral, property: Node): BodyProperty['comments'] {
  const at = literal.properties.findIndex((each) => each === property);
  const before = literal.properties[at - 1]?.range[1] ?? literal.range[0] + 1;
  const next = literal.properties[at + 1]?.range[0] ?? literal.range[1] - 1;
  const { text } = tree;
  const isBehind = ([start]: Range, end: number) => start >= end && !/[\r\n]/.test(text.slice(end, start));
  const between = tree.comments.filter(({ range }) => before <= range[0] && range[1] <= next);
  const own = between.filter(({ range }) => range[0] >= property.range[1] && isBehind(range, property.range[1]));
  return {
    above: between
      .filter(({ range }) => range[1] <= property.range[0] && !isBehind(range, before))
      .map(({ range }) => text.slice(...range)),
    behind: own.length > 0 ? own.map(({ range }) => text.slice(...range)).join(' ') : null,
  };
}

function textsOf(value: Node): BodyProperty['texts'] {
  const list = unwrap(value);
  if (list.type !== 'ArrayExpression') return null;
  const texts = list.elements.flatMap((element) =>
    element?.type === 'Literal' && typeof element.value === 'string'
      ? [{ text: element.value, range: element.range }]
      : [],
  );
  return texts.length === list.elements.length ? texts : null;
}

/** Whether the object goes into one request and nowhere else. */
function isOwn(tree: SyntaxTree, literal: Node): boolean {
  const parent = tree.parentOf(literal);
  switch (parent?.type) {
    case 'CallExpression':
      return isSent(tree, literal);
    case 'Property':
      return /^(?:body|data|json|content)$/.test(staticName(parent.key, parent.computed) ?? '');
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const callable = parent.type === 'ReturnStatement' ? functionAround(tree, parent) : parent;
      const isTyped = callable && 'returnType' in callable && Boolean(callable.returnType);
      const calls = callable && !isTyped ? callsOf(tree, callable) : null;
      return calls !== null && calls.length > 0 && calls.every((call) => isSent(tree, call) || isDeclared(tree, call));
    }
    default:
      return isDeclared(tree, literal);
  }
}

/** `const body = …`, of which every use is sent, or only shown to people. */
function isDeclared(tree: SyntaxTree, value: Node): boolean {
  const declarator = tree.parentOf(value);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return false;
  const type = declarator.id.typeAnnotation?.typeAnnotation;
  if (type && !isLoose(type)) return false;
  const statement = tree.parentOf(declarator);
  if (statement && tree.parentOf(statement)?.type === 'ExportNamedDeclaration') return false;
  const variable = tree.variableOf(declarator.id);
  return (
    variable?.defs.length === 1 &&
    variable.references.every(
      ({ identifier, init }) =>
        init === true || isSent(tree, identifier) || isSentAsBody(tree, identifier) || isShown(tree, identifier),
    )
  );
}

function isSent(tree: SyntaxTree, value: Node): boolean {
  const call = tree.parentOf(value);
  return (
    call?.type === 'CallExpression' && call.arguments[0] === value && globalName(tree, call.callee) === 'JSON.stringify'
  );
}

function isSentAsBody(tree: SyntaxTree, value: Node): boolean {
  const property = tree.parentOf(value);
  return (
    property?.type === 'Property' &&
    property.value === value &&
    /^(?:body|data|json)$/.test(staticName(property.key, property.computed) ?? '')
  );
}
