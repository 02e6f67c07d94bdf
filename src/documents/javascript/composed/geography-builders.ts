import { isScopeWord, scopeWord } from '../../../catalog/scope-words.js';
import type { Range } from '../../facts.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import type { CallSites } from '../calls/call-sites.js';
import { piecesOf } from './compositions.js';
import { definitionOf, type Located, type Reach } from '../values/objects.js';
import { isForPolicy } from '../arns/policies.js';
import { staticValue } from '../values/static-value.js';
import type { CallSite } from '../surfaces/call-site.js';
import { originsOf } from '../values/origins.js';
import { staticName, unwrap } from '../syntax/unwrap.js';

/** Templates, concatenations and joins that only a bare ID fits: `${geo}.${modelId}`, `'us.' + modelId`, `arn:…::foundation-model/${modelId}` outside IAM. */
export function collectGeographyBuilders(tree: SyntaxTree, { sites }: CallSites, reach: Reach): Range[] {
  const ranges: Range[] = sites.filter((site) => isComposed(site, reach)).map(({ node }) => node.range);
  for (const template of tree.all('TemplateLiteral')) {
    const builds = template.expressions.some((hole, index) => {
      const before = template.quasis[index]?.value.raw ?? '';
      if (before.endsWith(arnBefore)) return isClaude({ tree, node: hole }, reach) && !isForPolicy(tree, template);
      if (geographyBefore.test(before)) return namesModel(tree, hole);
      const piece = before === '.' ? template.expressions[index - 1] : undefined;
      const start = template.quasis[index - 1]?.value.raw ?? '';
      return piece !== undefined && /(?:^|\/)$/.test(start) && isGeographyBefore(tree, piece, hole);
    });
    if (builds) ranges.push(template.range);
  }
  for (const sum of tree.all('BinaryExpression')) {
    const before = sum.operator === '+' ? textBefore(sum.left) : null;
    if (before === arnBefore) {
      if (isClaude({ tree, node: sum.right }, reach) && !isForPolicy(tree, sum)) ranges.push(sum.range);
    } else if (before === '.') {
      const { left } = sum;
      if (left.type === 'BinaryExpression' && isGeographyBefore(tree, left.left, sum.right)) ranges.push(sum.range);
    } else if (before !== null && namesModel(tree, sum.right)) ranges.push(sum.range);
  }
  for (const call of tree.all('CallExpression')) if (joinsGeography(tree, call)) ranges.push(call.range);
  // Whatever the parts are called, it is known what they hold.
  for (const { composition, geographies, isLoose } of piecesOf(tree, reach))
    if (geographies.length > 0 && !isLoose) ranges.push(composition.range);
  const starts = new Map(ranges.map((range) => [range.join(), range]));
  return [...starts.values()].sort((one, other) => one[0] - other[0]);
}

/** A call whose model is put together from pieces of which an unknown one comes first: whatever their names, they make an ID. */
function isComposed({ model, otherModels = [] }: CallSite, reach: Reach): boolean {
  return [model, ...otherModels].some((named) => {
    if (!named) return false;
    const found = definitionOf(named, reach) ?? named;
    return [found, ...originsOf(named, reach).map(({ place }) => place)].some(isPutTogether);
  });
}

function isPutTogether({ tree, node: written }: Located): boolean {
  const node = unwrap(written);
  if (node.type === 'TemplateLiteral') {
    const [first, second] = node.expressions;
    if (node.quasis[0]?.value.raw !== '' || !first) return false;
    // `${prefixOf(region)}${model}`: the piece brings its dot along.
    return node.quasis.some(({ value }) => value.raw !== '') || (second !== undefined && !speaksOfModel(tree, first));
  }
  if (node.type === 'BinaryExpression') return node.operator === '+' && staticName(firstOf(node), true) === null;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const method = staticName(node.callee.property, node.callee.computed) ?? '';
  const [old] = node.arguments;
  // `id.replace('anthropic.', `${geo}.anthropic.`)`
  if (method === 'replace') return old !== undefined && vendors.has(staticName(old, true) ?? '');
  return method === 'join' || method === 'concat';
}

/** Where an ID without a geography begins. */
const vendors = new Set(['anthropic', 'anthropic.', 'anthropic.claude']);

function firstOf(node: Node): Node {
  return node.type === 'BinaryExpression' ? firstOf(node.left) : node;
}

const geographyBefore = new RegExp(String.raw`(?:^|\/)${scopeWord}\.$`);

const arnBefore = 'foundation-model/';

/** `'us.'`, the dot of `geo + '.'`, or the end of an ARN. */
function textBefore(left: Node): string | null {
  const text = staticName(left, true);
  if (endOfText(left)?.endsWith(arnBefore)) return arnBefore;
  if (text !== null) return geographyBefore.test(text) ? text : null;
  return left.type === 'BinaryExpression' && left.operator === '+' && staticName(left.right, true) === '.' ? '.' : null;
}

function endOfText(node: Node): string | null {
  if (node.type === 'TemplateLiteral') return node.quasis.at(-1)?.value.raw ?? null;
  return node.type === 'BinaryExpression' ? endOfText(node.right) : staticName(node, true);
}

/** `[geo, modelId].join('.')` */
function joinsGeography(tree: SyntaxTree, call: Node): boolean {
  if (
    call.type !== 'CallExpression' ||
    call.callee.type !== 'MemberExpression' ||
    staticName(call.callee.property, call.callee.computed) !== 'join'
  )
    return false;
  const [separator] = call.arguments;
  const list = unwrap(call.callee.object);
  const [first, second, third] = list.type === 'ArrayExpression' ? list.elements : [];
  if (!first || !second || third || !separator || staticName(separator, true) !== '.') return false;
  return isGeographyBefore(tree, first, second);
}

/** Most ARNs of foundation models that code builds are of embedding models: Claude must be known, or at least spoken of in the file. */
function isClaude(place: Located, reach: Reach): boolean {
  const value = staticValue(place, reach);
  return value.kind === 'text'
    ? /claude/i.test(value.text)
    : namesModel(place.tree, place.node) && /claude/i.test(place.tree.text);
}

/** What may be the ID of a model, behind what can only be the prefix of one. */
function namesModel(tree: SyntaxTree, node: Node): boolean {
  return speaksOfModel(tree, node) || /(?:^|[^a-zA-Z])id$|Id$|ID$/.test(tree.text.slice(...node.range));
}

/** `${geo}.${modelId}`, `${region}.${id}`; `${table}.${answerId}` is the name of a column. */
function isGeographyBefore(tree: SyntaxTree, before: Node, node: Node): boolean {
  if (speaksOfModel(tree, node)) return true;
  const isGeography =
    isScopeWord(staticName(before, true) ?? '') ||
    /geo|region|prefix|scope|area|profile/i.test(tree.text.slice(...before.range));
  return isGeography && namesModel(tree, node);
}

function speaksOfModel(tree: SyntaxTree, node: Node): boolean {
  return /model|claude/i.test(tree.text.slice(...node.range));
}
