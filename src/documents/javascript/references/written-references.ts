import { type Mention, mentionsIn } from '../../text/mentions.js';
import { readsAsProse } from '../../text/prose.js';
import type { BesideSetting } from '../../beside-request.js';
import type { ComposedId } from '../../composed-id.js';
import type { Level, ModelReference, Position, Range, Sampling, Surface } from '../../facts.js';
import { composedId } from '../composed/composed-id.js';
import { createdResource } from './created-resource.js';
import { asksOfFoundationModel, namesFoundationModel } from '../arns/foundation-model-places.js';
import { grantEntry } from '../arns/grant-entry.js';
import { handedTo } from './handed-to.js';
import { heldAs } from './held-as.js';
import { positionOf } from './position.js';
import { readableText } from '../syntax/readable-text.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { besideInCode } from './beside-in-code.js';
import { isOnlyCalled } from './only-called.js';
import { isRequestedEntry } from './requested-entry.js';
import { samplingBeside } from '../sampling/sampling-beside.js';
import { settingGiven } from './setting-given.js';
import { profileOf } from './symbol-use.js';
import { tableEntry } from '../tables/table-entry.js';
import { unionEntry } from '../tables/union-entry.js';
import { isTyped } from './typed-place.js';
import { staticName } from '../syntax/unwrap.js';
import { factsOfFlow, isLookup, levelOf, type ReferenceContext, type Usage, usageOf } from './usage.js';

/** The references that one string, template or markup text spells. */
export function* writtenReferences(context: ReferenceContext): Iterable<ModelReference> {
  const { tree } = context;
  for (const node of tree.all('Literal')) {
    const isMarkup = tree.parentOf(node)?.type === 'JSXAttribute';
    if (typeof node.value === 'string') yield* inText(context, node, inside(node), [], !isMarkup);
  }
  for (const node of tree.all('TemplateLiteral')) yield* inText(context, node, inside(node), node.expressions, true);
  for (const node of tree.all('TSTemplateLiteralType')) yield* inText(context, node, inside(node), node.types, true);
  for (const node of tree.all('JSXText')) yield* inText(context, node, node.range, [], false);
}

/** A cheap test before a text is read. An escape may hide what it says. */
export function mayHoldModel(text: string): boolean {
  return /laude|bedrock/i.test(text) || (text.includes('\\') && /nthropic|claud/i.test(text));
}

function inside({ range }: Node): Range {
  return [range[0] + 1, range[1] - 1];
}

function* inText(
  context: ReferenceContext,
  node: Node,
  content: Range,
  holes: readonly Node[],
  escapes: boolean,
): Iterable<ModelReference> {
  if (!mayHoldModel(context.tree.text.slice(content[0], content[1]))) return;
  const readable = readableText(context.tree.text, content, holes, escapes);
  for (const found of mentionsIn(readable.text, [0, readable.text.length], 'none')) {
    const mention = besideHole(found, readable.text, holes.length > 0);
    const reference = toReference(context, node, { ...mention, range: readable.toSource(mention.range) });
    const isSpelled = readable.hasEscapes(mention.range);
    yield isSpelled ? { ...reference, fixed: reference.fixed ?? 'written with escapes' } : reference;
  }
}

/** `${prefix}anthropic.claude…`: what the hole holds ends with a dot, or is empty. */
function besideHole(mention: Mention, text: string, isTemplate: boolean): Mention {
  const [start, end] = mention.range;
  if (!isTemplate || mention.name.scope !== null || text.charAt(start - 1) !== '}') return mention;
  return { ...mention, hole: true, share: start === '${x}'.length && end === text.length ? 'whole' : mention.share };
}

function toReference(context: ReferenceContext, node: Node, mention: Mention): ModelReference {
  const isPart = mention.share === 'part' && !mention.url;
  const { position, flow } = isPart ? partOfText(context, node, mention) : usageOf(context, node);
  const http = mention.url ? surfaceOfUrl(context.tree, node) : null;
  const facts = factsOfFlow(context, flow);
  const beside = flow === null && position === 'constant' ? samplingBeside(context.tree, node, context.reach) : null;
  const sampling = facts.sampling ?? beside ?? undefined;
  const settings =
    flow === null && (position === 'constant' || position === 'default') && !isAddressOfCall(context, node)
      ? besideInCode(context.tree, node, context.reach).filter((each) => !isIn(sampling, each))
      : [];
  const isRouted = flow?.site?.isRouted === true;
  const profiledBy = mention.name.scope === null ? profileOf(context.tree, node) : null;
  const place = http && position === 'constant' ? 'request' : position;
  const setting = isPart ? null : settingGiven(context.tree, node);
  const held = isPart ? null : heldAs(context.tree, node);
  const composed = isPart || mention.name.scope !== null || mention.name.arn ? null : composedId(context, node);
  const isBare = flow === null && position === 'constant' && mention.name.scope === null && mention.name.arn === null;
  const handed = isBare && !mention.hole ? handedTo(context.tree, node, context.calls, context.reach) : null;
  const creates = createdResource(context.tree, node, context.reach);
  return {
    ...facts,
    name: mention.name,
    range: mention.range,
    form: mention.hole ? 'template' : 'literal',
    position: place,
    level: isPart || isRouted ? capped(levelOf(place)) : levelIn(context, node, place),
    endpoint: isMantle(context.tree, node) ? 'mantle' : facts.endpoint,
    surface: facts.surface ?? http,
    region: mention.region ?? facts.region,
    fixed:
      fixedOf(mention, place) ??
      (isRouted ? 'the call goes to the application inference profile beside it' : obstacleAt(context, node, mention)),
    ...(beside && !facts.sampling ? { sampling: beside } : {}),
    ...(settings.length > 0 ? { beside: settings } : {}),
    ...entryAt(context.tree, node, place),
    ...(profiledBy === null ? {} : { profiledBy }),
    ...(isTyped(context.tree, node) ? { isTyped: true } : {}),
    ...(composed ? factsOfComposed(composed) : {}),
    ...(handed ? { handedTo: handed } : {}),
    ...(creates ? { creates } : {}),
    ...(asksOfFoundationModel(context.tree, node, context.reach) ? { isFoundation: true } : {}),
    ...(setting === null ? {} : { setting }),
    ...(held === null ? {} : { heldAs: held }),
    ...(place === 'table' && isOnlyCalled(context.tree, node, context.calls) ? { isOnlyCalled: true as const } : {}),
  };
}

/** The path or address of a call that is seen: what is wrong with its request is said of the call. */
function isAddressOfCall({ tree, calls }: ReferenceContext, node: Node) {
  return calls.sites.some(
    ({ modelText, request }) =>
      request !== undefined && modelText?.path === tree.path && modelText.range[0] === node.range[0],
  );
}

/** What an edit of the reference takes out by itself. */
function isIn(sampling: Sampling | undefined, { name }: BesideSetting) {
  return (name === 'temperature' || name === 'topP' || name === 'topK') && sampling?.[name] != null;
}

/** The ID that is called is the whole; no edit of a part of it is known to be right. */
function factsOfComposed(composed: ComposedId): Partial<ModelReference> {
  const { whole } = composed;
  if (whole === undefined) return { composed };
  return { fixed: 'built from parts', ...(whole === null ? { level: 'note' } : { name: whole }) };
}

function entryAt(tree: SyntaxTree, node: Node, position: Position): Pick<ModelReference, 'entry'> {
  const entry =
    position === 'policy'
      ? grantEntry(tree, node)
      : position === 'table' || position === 'key'
        ? tableEntry(tree, node)
        : position === 'type'
          ? unionEntry(tree, node)
          : null;
  return entry ? { entry } : {};
}

function obstacleAt({ tree, reach }: ReferenceContext, node: Node, { name }: Mention): string | null {
  if (name.arn !== null || !namesFoundationModel(tree, node, reach)) return null;
  return name.scope === null
    ? 'a foundation model is meant here, and its successor is called through a profile'
    : `only a foundation model can stand here, whose ID has no geography: \`${name.scope}.\` makes an ARN that does not exist`;
}

function partOfText(context: ReferenceContext, node: Node, mention: Mention): Usage {
  const position = positionOf(context.tree, node);
  if (context.isTest) return { position: 'assertion', flow: null };
  if (position === 'policy' || isLookup(position)) return { position, flow: null };
  return {
    position: position === 'prose' || readsAsProse(context.tree.text, mention.range, node.range) ? 'prose' : 'constant',
    flow: null,
  };
}

function fixedOf(mention: Mention, position: Position): string | null {
  if (position === 'prose') return 'prose';
  if (mention.hole) return 'its geography is computed where the code runs';
  return mention.share === 'part' && !mention.url ? 'part of a longer text' : null;
}

/** An entry of a table is certain to be called where a call names it. */
function levelIn({ tree, calls }: ReferenceContext, node: Node, position: Position): Level {
  return position === 'table' && isRequestedEntry(tree, node, calls) ? 'error' : levelOf(position);
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
