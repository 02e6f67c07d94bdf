import type { Entry, EntryField } from '../entry.js';
import type { Position } from '../facts.js';
import type { Range } from '../../edits/text-edit.js';
import type { DataNode } from './data-node.js';
import { setApart, setsApart } from '../sets-apart.js';
import { statementObstacle } from '../statement-obstacle.js';
import { childUnder } from './data-node.js';

/** What a value of JSON, YAML or TOML stands among: the resources of a statement, or the rows of a table. */
export function dataEntry(node: DataNode, position: Position, text: string): Entry | null {
  if (position === 'policy') return resourceEntry(node, text);
  if (position !== 'table') return null;
  const row = node.parent?.kind === 'map' ? node.parent : node;
  if (row.parent?.kind !== 'list') return null;
  return listed(row, row === node ? [] : fieldsOf(row, text), tableObstacle(row.parent), text);
}

/** The pair of a map of JSON or YAML whose key is an ID; `node` is its value. */
export function keyEntry(node: DataNode, text: string): Entry | null {
  const { key, parent: map } = node;
  if (!key || map?.kind !== 'map') return null;
  const [start, end] = withQuotes(key.range, text);
  // TOML has `=` there, and tables that are spread over the file.
  if (!/^[ \t]*:[\s]/.test(text.slice(end, end + 40))) return null;
  const value = node.kind === 'list' || node.kind === 'other' ? node.range : sourceOf(node, text);
  if (!value || value[0] <= end) return null;
  const source = text.slice(start, value[1]);
  const isFlow = text.charAt(map.range[0]) === '{';
  return {
    range: [start, start + source.trimEnd().length],
    container: map.range,
    form: isFlow ? 'brackets' : 'lines',
    fields:
      node.kind === 'map'
        ? fieldsOf(node, text)
        : [{ name: '', range: value, kind: node.kind === 'text' ? 'text' : 'other' }],
    obstacle: setsApart(map.key?.text ?? '')
      ? setApart
      : anchored.test(source)
        ? 'an anchor in it has one place'
        : null,
  };
}

// `&name` where a value begins
const anchored = /[\s[{,]&[\w-]+/;

function withQuotes([start, end]: Range, text: string): Range {
  const quote = text.charAt(start - 1);
  return (quote === '"' || quote === "'") && text.charAt(end) === quote ? [start - 1, end + 1] : [start, end];
}

/** A list of lists has rows of values; the name of a list may say what holds for its models alone. */
function tableObstacle({ key, parent }: DataNode) {
  if (parent?.kind === 'list') return 'it is one of the values of a row';
  return setsApart(key?.text ?? '') ? setApart : null;
}

function resourceEntry(node: DataNode, text: string): Entry | null {
  const resource = isSubstituted(node) ? node.parent : node;
  if (!resource?.parent) return null;
  const holder = resource.parent.kind === 'list' ? resource.parent : resource;
  const obstacle = obstacleOf(holder, text);
  if (holder !== resource) return listed(resource, [], obstacle, text);
  const range = sourceOf(resource, text);
  const takesList = holder.key?.text === 'Resource';
  return range && takesList ? { range, container: range, form: 'alone', fields: [], obstacle } : null;
}

function isSubstituted({ key }: DataNode) {
  return key !== null && key.text === 'Fn::Sub';
}

function obstacleOf({ key, parent: statement }: DataNode, text: string) {
  if (!key || statement?.kind !== 'map') return 'the statement it is granted in is not in sight';
  const said = (...names: readonly string[]) => {
    const found = childUnder(statement, ...names);
    return found ? text.slice(Math.max(0, found.range[0] - 1), found.range[1] + 1) : null;
  };
  return statementObstacle({
    resources: key.text,
    effect: said('effect'),
    actions: said('action', 'actions'),
    condition: said('condition', 'conditions'),
  });
}

function listed(item: DataNode, fields: readonly EntryField[], obstacle: string | null, text: string): Entry | null {
  const list = item.parent;
  const range = sourceOf(item, text);
  if (!list || !range) return null;
  const form = hasDash(text, range) ? 'dashes' : 'brackets';
  // A dash may stand on a line of its own.
  if (form === 'brackets' && text.charAt(list.range[0]) !== '[') return null;
  return { range, container: list.range, form, fields, obstacle };
}

function hasDash(text: string, [start]: Range) {
  return /(?:^|\n)[ \t]*-[ \t]+$/.test(text.slice(Math.max(0, start - 200), start));
}

/** A value with its quotes and its `!Sub`; `null` where YAML spells it in another way. */
function sourceOf({ range: [start, end], kind, children }: DataNode, text: string): Range | null {
  const before = text.slice(Math.max(0, start - 40), start);
  if (kind === 'list') return null;
  const [only] = children;
  // The map that `!Sub x` stands for has the place of its text.
  const isTag = kind === 'map' && only?.range[0] === start && only.range[1] === end && children.length === 1;
  if (kind === 'map' && !isTag) return [start, start + text.slice(start, end).trimEnd().length];
  const quote = /["']$/.exec(before)?.[0] ?? '';
  if (quote !== '' && text.charAt(end) !== quote) return null;
  if (quote === '' && /[\r\n|>]/.test(text.slice(start, end))) return null;
  const tag = /![A-Za-z:]+[ \t]+$/.exec(before.slice(0, before.length - quote.length))?.[0] ?? '';
  if (isTag && !tag.startsWith('!Sub')) return null;
  return [start - quote.length - tag.length, end + quote.length];
}

function fieldsOf(row: DataNode, text: string): readonly EntryField[] {
  return row.children.flatMap((child) => {
    const range = child.kind === 'text' ? sourceOf(child, text) : child.range;
    return child.key && range
      ? [{ name: child.key.text, range, kind: child.kind === 'text' ? ('text' as const) : ('other' as const) }]
      : [];
  });
}
