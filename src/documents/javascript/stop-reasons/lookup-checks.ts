import { areAlike, isOneWord } from '../../../catalog/stop-reasons.js';
import { lineEndAt } from '../../../edits/line-bounds.js';
import type { MendPlace } from '../../stop-reason-check.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { type CheckContext, describe, type Draft } from './check-context.js';
import { finishedValue } from './finished-value.js';
import { guardAround } from './guard-place.js';
import { indentAt } from './line-place.js';
import { isOpenType } from './reason-type.js';
import { reasonWord } from './reason-words.js';
import type { Table } from './reason-table.js';

/** Objects and Maps of reasons that lack some of them. */
export function* lookupChecks(context: CheckContext): Iterable<Draft> {
  // Code that asks for the row before it looks knows that there may be none.
  const asked = new Set(context.tables.flatMap(({ node, isAsked }) => (isAsked ? [node] : [])));
  for (const table of context.tables) {
    const [first] = table.rows;
    if (!first || (asked.has(table.node) && !table.isAsked)) continue;
    const fallback = table.isAsked ? withoutRow(context, table.use.at) : fallbackOf(context, table.use.at);
    yield { key: table.node, check: checkOf(context, table, first.key, fallback) };
  }
}

/** `reason in table ? table[reason] : 'stop'`: what becomes of a reason that the table does not have. */
function withoutRow({ tree }: CheckContext, question: Node): Node | 'fine' {
  const holder = tree.parentOf(question);
  if (holder?.type !== 'ConditionalExpression' || holder.test !== question) return 'fine';
  return finishedValue(holder.alternate) ?? 'fine';
}

function checkOf(context: CheckContext, table: Table, key: Node, fallback: Node | 'fine' | null) {
  const { tree, missing, isCovered } = context;
  if (isCovered || missing.length === 0 || fallback === 'fine') return null;
  const isOwn = table.tree === tree;
  return describe(context, {
    shape: 'lookup',
    // What is written in another file can't be marked here: the place that looks it up can.
    range: isOwn ? key.range : table.use.at.range,
    reason: table.use.node,
    handled: isOwn ? table.rows.map((row) => ({ value: row.reason, range: row.key.range })) : [],
    others: fallback === null ? 'ignored' : 'success',
    becomes: fallback === null ? 'undefined' : tree.text.slice(...fallback.range),
    mend: (isOwn ? rowsPlace(context, table) : null) ?? guardAround(context, table.use.at, table.use),
  });
}

/** What a reason without a row becomes: a word for success, nothing (`null`), or something that is fine. */
function fallbackOf(context: CheckContext, at: Node): Node | 'fine' | null {
  const { tree } = context;
  let node = at;
  for (let parent = tree.parentOf(node); parent; node = parent, parent = tree.parentOf(node)) {
    switch (parent.type) {
      case 'ChainExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        continue;
      case 'ConditionalExpression':
        if (parent.test === node) return 'fine';
        continue;
      case 'LogicalExpression':
        if (parent.operator === '&&' || parent.left !== node) return 'fine';
        return finishedValue(parent.right) ?? 'fine';
      case 'VariableDeclarator':
        return parent.id.type === 'Identifier' ? testedFallback(context, parent.id) : 'fine';
      case 'ReturnStatement':
      case 'Property':
      case 'AssignmentExpression':
      case 'ArrowFunctionExpression':
        return null;
      default:
        return 'fine';
    }
  }
  return 'fine';
}

/** `const word = table[reason]; if (!word) return 'stop'`; a word that nobody tests goes on as it is. */
function testedFallback({ tree }: CheckContext, name: Node): Node | 'fine' | null {
  const uses = (tree.variableOf(name)?.references ?? []).filter((reference) => reference.isRead());
  for (const { identifier } of uses) {
    const parent = tree.parentOf(identifier);
    const test =
      parent?.type === 'UnaryExpression' || parent?.type === 'BinaryExpression' ? tree.parentOf(parent) : parent;
    if (parent?.type === 'LogicalExpression' && parent.left === identifier && parent.operator !== '&&')
      return finishedValue(parent.right) ?? 'fine';
    if (test?.type !== 'IfStatement' && test?.type !== 'ConditionalExpression') continue;
    if (test.type === 'ConditionalExpression' || parent?.type !== 'UnaryExpression') return 'fine';
    const [statement] = test.consequent.type === 'BlockStatement' ? test.consequent.body : [test.consequent];
    const argument = statement?.type === 'ReturnStatement' ? statement.argument : null;
    return (argument && finishedValue(argument)) ?? 'fine';
  }
  return null;
}

/** Rows for the reasons that a table lacks, with the word of a row for the same outcome; `null` where one has none. */
function rowsPlace(context: CheckContext, table: Table): MendPlace | null {
  const { vocabulary, tree } = context;
  if (table.type && !takesRows(tree, table.type)) return null;
  const rows: { reason: string; at: number; text: string }[] = [];
  for (const reason of context.toName) {
    const alike = table.rows.find((row) => areAlike(vocabulary, reason, row.reason));
    if (!alike || !isOneWord(vocabulary, reason)) return null;
    const text = tree.text
      .slice(...alike.node.range)
      .replace(tree.text.slice(...alike.key.range), keyText(context, alike.key, reason));
    rows.push({ reason, ...rowAfter(context, alike.node, text) });
  }
  return { kind: 'rows', rows };
}

/** The key of a row, written as the one it follows: a name, or a text in the same quotes. */
function keyText({ tree, reach }: CheckContext, key: Node, reason: string): string {
  const written = tree.text.slice(...key.range);
  const word = key.type === 'Identifier' ? key.name : (reasonWord(tree, key, reach) ?? '');
  if (word !== '' && written.includes(word)) {
    const isName = /^[A-Za-z_]\w*$/.test(reason);
    return isName || written !== word ? written.replace(word, reason) : `'${reason}'`;
  }
  return `'${reason}'`;
}

/** A row behind another, on a line of its own where that has one; what is said of the other stays on its line. */
function rowAfter({ tree }: CheckContext, row: Node, text: string): { at: number; text: string } {
  const [start, end] = row.range;
  const indent = indentAt(tree, start);
  if (!/^[ \t]*$/.test(indent)) return { at: end, text: `, ${text}` };
  const lineEnd = lineEndAt(tree.text, end);
  const rest = tree.text.slice(end, lineEnd);
  return /^\s*,\s*(?:\/\/.*|\/\*[^*]*\*\/\s*)?$/.test(rest)
    ? { at: lineEnd, text: `\n${indent}${text},` }
    : { at: end, text: `,\n${indent}${text}` };
}

/** `Record<string, …>`, `Record<StopReason, …>`: types that take more rows. */
function takesRows(tree: SyntaxTree, type: Node): boolean {
  if (type.type === 'TSTypeLiteral') return type.members.some(({ type: member }) => member === 'TSIndexSignature');
  const [first] = type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : [];
  const name = type.type === 'TSTypeReference' ? tree.text.slice(...type.typeName.range) : '';
  if (!first) return false;
  if (/^(?:Partial|Readonly)$/.test(name)) return takesRows(tree, first);
  return /^(?:Record|Map|ReadonlyMap)$/.test(name) && isOpenType(tree, first);
}
