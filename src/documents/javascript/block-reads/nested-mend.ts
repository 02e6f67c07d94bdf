import type { BlockMend, MendEdit } from '../../block-read.js';
import { codeStyleOf } from '../../../edits/code-style.js';
import { lineEndOf, lineStartAt } from '../../../edits/line-bounds.js';
import type { Range } from '../../../edits/text-edit.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';
import { freeName } from './free-name.js';
import type { NestedPattern } from './nested-pattern.js';
import { dotsOf } from './mend-of.js';

/** `const { content: [{ text }] } = answer`, which becomes `const { content } = answer` and a name for what is found in it. */
export function nestedMend(tree: SyntaxTree, nested: NestedPattern): BlockMend | null {
  const { property, array, owner } = nested;
  const [element] = array.elements;
  const taken = element && array.elements.length === 1 ? takenBy(tree, element) : null;
  const list = listName(tree, property);
  if (!taken || !list || property.computed || holdsComment(tree, property)) return null;
  const declared =
    owner.type === 'VariableDeclarator' ? behind(tree, owner, taken, list) : inFunction(tree, owner, taken, list);
  if (!declared) return null;
  const key = tree.text.slice(...property.key.range);
  const picked: MendEdit = plain(property.range, key === list ? key : `${key}: ${list}`);
  return {
    kind: 'rewritten',
    asksForType: taken.asksForType,
    keepsType: false,
    edits: [picked, ...declared, ...taken.dots.map((dot) => plain(dot, '?.'))],
  };
}

/** What the pattern takes of the block: the block itself, or its text. */
interface Taken {
  readonly name: Extract<Node, { type: 'Identifier' }>;
  readonly isText: boolean;
  readonly dots: readonly Range[];
  readonly asksForType: boolean;
}

function takenBy(tree: SyntaxTree, element: Node): Taken | null {
  if (element.type === 'Identifier') {
    const variable = tree.variableOf(element);
    const found = variable && dotsOf(tree, variable);
    return found && !element.typeAnnotation ? { name: element, isText: false, ...found } : null;
  }
  const [property] = element.type === 'ObjectPattern' && element.properties.length === 1 ? element.properties : [];
  if (property?.type !== 'Property' || staticName(property.key, property.computed) !== 'text') return null;
  return property.value.type === 'Identifier'
    ? { name: property.value, isText: true, dots: [], asksForType: false }
    : null;
}

/** The name of the property, unless something else in the file has it. */
function listName(tree: SyntaxTree, { key }: NestedPattern['property']): string | null {
  if (key.type !== 'Identifier') return freeName(tree, ['contentBlocks', 'allBlocks']);
  const isBound = tree
    .all('Identifier')
    .some((each) => each !== key && each.name === key.name && tree.variableOf(each) !== null);
  return isBound ? freeName(tree, ['contentBlocks', 'allBlocks']) : key.name;
}

function behind(tree: SyntaxTree, declarator: Node, taken: Taken, list: string): readonly MendEdit[] | null {
  const declaration = tree.parentOf(declarator);
  const block = declaration && tree.parentOf(declaration);
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length > 1) return null;
  if (!block || !/^(?:Program|BlockStatement|SwitchCase)$/.test(block.type)) return null;
  const { text } = tree;
  const [start, end] = declaration.range;
  const indent = /^[ \t]*/.exec(text.slice(lineStartAt(text, start), start))?.[0] ?? '';
  const semicolon = text.charAt(end - 1) === ';' ? ';' : '';
  return [statement([end, end], `${lineEndOf(text)}${indent}${declaration.kind} `, taken, list, semicolon)];
}

function inFunction(tree: SyntaxTree, callable: Node, taken: Taken, list: string): readonly MendEdit[] | null {
  if (!('params' in callable) || !('body' in callable) || !callable.body) return null;
  const { body } = callable;
  if (body.type !== 'BlockStatement') return inPlace(tree, taken, list);
  const { text } = tree;
  const start = body.range[0] + 1;
  const [first] = body.body;
  if (!first) return null;
  const line = lineStartAt(text, first.range[0]);
  const indent = line > start ? `${lineEndOf(text)}${text.slice(line, first.range[0])}` : ' ';
  return indent.trim() === ''
    ? [statement([start, start], `${indent}const `, taken, list, codeStyleOf(text).semicolon)]
    : null;
}

/** The one place that reads it, in a function that is no more than an expression. */
function inPlace(tree: SyntaxTree, taken: Taken, list: string): readonly MendEdit[] | null {
  const uses = tree.variableOf(taken.name)?.references.filter(({ init }) => !init) ?? [];
  const [use, another] = uses;
  if (!use || another || use.isWrite()) return null;
  const { identifier } = use;
  const property = tree.parentOf(identifier);
  const isShort = property?.type === 'Property' && property.shorthand;
  const before = isShort ? `${taken.name.name}: ` : '';
  return [
    {
      range: isShort ? property.range : identifier.range,
      before,
      found: { list, isOptional: false },
      after: taken.isText ? '?.text' : '',
    },
  ];
}

function statement(range: Range, before: string, { name, isText }: Taken, list: string, end: string): MendEdit {
  return {
    range,
    before: `${before}${name.name} = `,
    found: { list, isOptional: false },
    after: `${isText ? '?.text' : ''}${end}`,
  };
}

function plain(range: Range, text: string): MendEdit {
  return { range, before: text, found: null, after: '' };
}

function holdsComment({ comments }: SyntaxTree, { range }: Node) {
  return comments.some((comment) => range[0] <= comment.range[0] && comment.range[1] <= range[1]);
}
