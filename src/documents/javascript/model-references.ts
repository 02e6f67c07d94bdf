import { parseModelName } from '../../catalog/model-id.js';
import { scanModelNames } from '../../catalog/scan-model-names.js';
import { isTestPath } from '../test-path.js';
import { type Mention, mentionsIn } from '../text/mentions.js';
import { readsAsProse } from '../text/prose.js';
import type { Level, ModelReference, Position, Range, Sampling, Surface } from '../facts.js';
import type { CallSites } from './call-sites.js';
import { type Flow, flowOf } from './flow.js';
import type { Reach } from './objects.js';
import { positionOf } from './position.js';
import { samplingOf } from './sampling.js';
import { staticValue } from './static-value.js';
import { symbolReferences } from './symbols.js';
import type { Node, SyntaxTree } from './syntax-tree.js';
import { staticName } from './unwrap.js';

/** Every model reference of a file: in strings, templates, markup and comments, built from parts, and as library constants. */
export function collectModelReferences(tree: SyntaxTree, calls: CallSites, regions: readonly string[], reach: Reach): ModelReference[] {
  const isTest = isTestPath(tree.path);
  const context = { tree, calls, isTest, reach, region: regions.length === 1 ? (regions[0] ?? null) : null };
  const written = [...inTexts(context), ...inComments(tree)];
  const bases = new Set(written.map(({ name }) => name.base));
  const references = [...written, ...joined(context, bases), ...symbolReferences(tree, reach, (node) => usage(context, node))];
  return references.sort((one, other) => one.range[0] - other.range[0]);
}

interface Context {
  readonly tree: SyntaxTree;
  readonly calls: CallSites;
  readonly isTest: boolean;
  readonly reach: Reach;
  /** The one region literal of the file's clients. */
  readonly region: string | null;
}

function* inTexts(context: Context): Iterable<ModelReference> {
  const { tree } = context;
  for (const node of tree.all('Literal')) {
    if (typeof node.value === 'string') yield* inText(context, node, [node.range[0] + 1, node.range[1] - 1]);
  }
  for (const node of tree.all('TemplateLiteral')) yield* inText(context, node, [node.range[0] + 1, node.range[1] - 1]);
  for (const node of tree.all('TSTemplateLiteralType')) yield* inText(context, node, [node.range[0] + 1, node.range[1] - 1]);
  for (const node of tree.all('JSXText')) yield* inText(context, node, node.range);
}

function* inText(context: Context, node: Node, content: Range): Iterable<ModelReference> {
  const { text } = context.tree;
  if (!mayHoldModel(text.slice(content[0], content[1]))) return;
  const readable = node.type === 'TemplateLiteral' ? blankHoles(text, node.expressions) : text;
  for (const mention of mentionsIn(readable, content, 'backslash')) yield reference(context, node, mention);
}

/** The text with the code in a template's holes blanked at the same length: what stands there is looked at by itself. */
function blankHoles(text: string, holes: readonly Node[]): string {
  let blanked = text;
  for (const { range } of holes) blanked = blanked.slice(0, range[0]) + 'x'.repeat(range[1] - range[0]) + blanked.slice(range[1]);
  return blanked;
}

function reference(context: Context, node: Node, mention: Mention): ModelReference {
  const { position, flow } = mention.share === 'part' && !mention.url ? partOfText(context, node, mention) : usage(context, node);
  const http = mention.url ? surfaceOfUrl(context.tree, node) : null;
  return {
    name: mention.name,
    range: mention.range,
    form: mention.hole ? 'template' : 'literal',
    position: http && position === 'constant' ? 'request' : position,
    level: mention.share === 'part' && !mention.url ? capped(levelOf(position)) : levelOf(position),
    endpoint: flow?.site?.surface === 'AnthropicBedrockMantle' || isMantle(context.tree, node) ? 'mantle' : 'runtime',
    surface: flow?.site?.surface ?? http,
    region: mention.region ?? (flow?.site ? context.region : null),
    fixed: fixedOf(mention, position),
    ...(flow?.foreignClient ? { foreignClient: flow.foreignClient } : {}),
    ...samplingBeside(context, flow),
  };
}

/** What a place does with the whole of a text or a constant. */
function usage(context: Context, node: Node): { readonly position: Position; readonly flow: Flow | null } {
  const flow = flowOf(context.tree, node, context.calls);
  if (flow && !context.isTest) {
    if (flow.foreignClient) return { position: 'constant', flow };
    return { position: flow.isDefault ? 'default' : 'request', flow };
  }
  const position = positionOf(context.tree, node);
  return { position: context.isTest && !isLookup(position) ? 'assertion' : position, flow };
}

function partOfText(context: Context, node: Node, mention: Mention): { readonly position: Position; readonly flow: null } {
  const position = positionOf(context.tree, node);
  if (context.isTest) return { position: 'assertion', flow: null };
  if (position === 'policy' || isLookup(position)) return { position, flow: null };
  return { position: position === 'prose' || readsAsProse(context.tree.text, mention.range) ? 'prose' : 'constant', flow: null };
}

function isLookup(position: Position) {
  return position === 'key' || position === 'type' || position === 'comparison';
}

function samplingBeside(context: Context, flow: Flow | null): { readonly sampling?: Sampling } {
  const place = flow?.site?.sampling;
  return place ? { sampling: samplingOf(place, context.tree, context.reach) } : {};
}

function fixedOf(mention: Mention, position: Position): string | null {
  if (position === 'prose') return 'prose';
  if (mention.hole) return 'its geography is computed where the code runs';
  return mention.share === 'part' && !mention.url ? 'part of a longer text' : null;
}

function levelOf(position: Position): Level {
  if (position === 'prose' || position === 'assertion') return 'note';
  return position === 'request' || position === 'constant' || position === 'default' ? 'error' : 'warning';
}

/** Text around an ID may or may not be what a program calls. */
function capped(level: Level): Level {
  return level === 'error' ? 'warning' : level;
}

function surfaceOfUrl(tree: SyntaxTree, node: Node): Surface {
  const parent = tree.parentOf(node);
  return parent?.type === 'Property' && staticName(parent.key, parent.computed) === 'resourcePath' ? 'AppSync' : 'Http';
}

function isMantle(tree: SyntaxTree, node: Node) {
  return tree.text.slice(node.range[0], node.range[1]).includes('bedrock-mantle');
}

function mayHoldModel(text: string) {
  return /laude|bedrock/i.test(text);
}

function* inComments(tree: SyntaxTree): Iterable<ModelReference> {
  for (const comment of tree.comments) {
    if (!mayHoldModel(comment.value)) continue;
    for (const { name, range, hole, region } of mentionsIn(tree.text, comment.range, 'none')) {
      yield { name, range, form: hole ? 'template' : 'literal', position: 'prose', level: 'note', endpoint: 'runtime', surface: null, region, fixed: 'a comment' };
    }
  }
}

/** IDs that no single text holds: templates, concatenations and joins of known parts. */
function* joined(context: Context, written: ReadonlySet<string>): Iterable<ModelReference> {
  const { tree } = context;
  const composed = [...tree.all('TemplateLiteral').filter(({ expressions }) => expressions.length > 0), ...tree.all('BinaryExpression').filter(({ operator }) => operator === '+'), ...tree.all('CallExpression').filter(isJoin)];
  for (const node of composed) {
    const source = tree.text.slice(node.range[0], node.range[1]);
    if (!/claude|anthropic/.test(source) || scanModelNames(source).length > 0 || isInside(tree, node)) continue;
    const value = staticValue({ tree, node }, context.reach);
    const name = value.kind === 'text' ? parseModelName(value.text) : null;
    if (!name?.base || written.has(name.base)) continue;
    const { position, flow } = usage(context, node);
    yield {
      name,
      range: node.range,
      form: 'joined',
      position,
      level: levelOf(position),
      endpoint: flow?.site?.surface === 'AnthropicBedrockMantle' ? 'mantle' : 'runtime',
      surface: flow?.site?.surface ?? null,
      region: name.arn?.region || (flow?.site ? context.region : null),
      fixed: 'built from parts',
    };
  }
}

function isJoin(node: Node) {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && staticName(node.callee.property, node.callee.computed) === 'join';
}

function isInside(tree: SyntaxTree, node: Node) {
  const parent = tree.parentOf(node);
  return parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && parent.operator === '+');
}
