import type { Mention } from '../text/mentions.js';
import type { Place } from '../text/reference.js';
import type { DataNode } from './data-node.js';
import type { ModelTables } from './model-tables.js';
import { besideInData } from './beside-in-data.js';
import { chainOf, childUnder } from './data-node.js';
import { isInPolicy, nearestKey } from './policy-place.js';
import { readsAsProse } from '../text/prose.js';

/** What a value of JSON, YAML or TOML does with a model name in it. */
export function placeInData(node: DataNode, mention: Mention, tables: ModelTables, text: string): Place {
  const key = nearestKey(node);
  if (proseKeys.has(key) || isInExample(node)) return { position: 'prose' };
  if (mention.share !== 'part') return wholePlace(node, mention, tables, key);
  if (isInPolicy(node)) return { position: 'policy', fixed: 'part of a longer text' };
  const assigned = assignedPosition(text, mention);
  if (assigned) return { position: assigned, fixed: null };
  if (readsAsProse(text, mention.spelling, node.range)) return { position: 'prose' };
  const surface = mention.url ? urlSurface(key) : null;
  return { position: surface ? 'request' : 'constant', surface, fixed: 'part of a longer text', level: 'warning' };
}

function wholePlace(node: DataNode, mention: Mention, tables: ModelTables, key: string): Place {
  if (mention.url) return { position: 'request', surface: urlSurface(key) };
  if (isInPolicy(node)) return { position: 'policy' };
  if (isMetricDimension(node)) return { position: 'comparison' };
  const allowed = mention.share === 'whole' && defaultKeys.has(ownKey(node)) ? tables.allowedBeside(node) : null;
  if (allowed) return { position: 'default', allowed };
  if (mention.share === 'listed' || tables.holds(node)) return { position: 'table' };
  // What a JSON schema admits.
  if (key === 'const') return { position: 'comparison' };
  return {
    position: defaultKeys.has(key) ? 'default' : 'constant',
    ...(hasPairBeside(node)
      ? { fixed: 'temperature and top_p are set beside it: its successor takes one of them' }
      : {}),
    beside: besideInData(node),
  };
}

function ownKey({ key }: DataNode) {
  return key?.text.toLowerCase() ?? '';
}

const proseKeys = new Set([
  'description',
  'descriptions',
  'title',
  'notes',
  'note',
  'comment',
  'comments',
  '_comment',
  '$comment',
  'summary',
  'help',
  'documentation',
  'docs',
  'example',
  'examples',
  'placeholder',
  'markdowndescription',
  'constraintdescription',
  'headline',
  'keywords',
  'changelog',
  'message',
  'hint',
  'tooltip',
  'license',
  'prompt',
  'template_description',
]);
const defaultKeys = new Set(['default', 'defaultvalue', 'default_value', 'fallback']);

// `example: { modelId: … }`, `examples: { short: { value: { modelId: … } } }` of an API description.
function isInExample(node: DataNode) {
  for (const { key, parent } of chainOf(node))
    if (key && /^examples?$/.test(key.text) && parent?.parent != null) return true;
  return false;
}

// `{ "modelId": …, "temperature": 0.5, "topP": 0.9 }`, also one or two maps further in, as prompts and flows of Bedrock have it.
function hasPairBeside({ parent }: DataNode) {
  if (parent?.kind !== 'map') return false;
  const known = pairsIn.get(parent);
  if (known !== undefined) return known;
  const maps = [parent, ...parent.children, ...parent.children.flatMap(({ children }) => children)];
  const found = maps.some(
    (map) => childUnder(map, 'temperature') !== undefined && childUnder(map, 'topp', 'top_p') !== undefined,
  );
  pairsIn.set(parent, found);
  return found;
}

// A long list of models asks for the same map at each of them.
const pairsIn = new WeakMap<DataNode, boolean>();

function urlSurface(key: string) {
  return key === 'resourcepath' ? ('AppSync' as const) : ('Http' as const);
}

// A word of a command or a setting in a list: `MODEL_ID=…`, `${MODEL_ID:-…}`, `--model …`. The ID ends where the word does.
function assignedPosition(text: string, { spelling: [start, end] }: Mention) {
  const before = text.slice(Math.max(0, start - 120), start);
  const after = text.slice(end, end + 2);
  if (/\$\{[\w.-]{1,80}:-?$/.test(before) && after.startsWith('}')) return 'default';
  if (!/^(?:$|[\s"'\\])/.test(after)) return null;
  return /(?:^|[\s"'])(?:[A-Z][A-Z0-9_]{1,80}=|--[a-z][a-z-]{1,40}[= ])$/.test(before) ? 'constant' : null;
}

// A dashboard or an alarm asks for the metric recorded under an ID: it must name the ID that is called, whichever that is.
function isMetricDimension(node: DataNode) {
  for (const at of chainOf(node)) {
    if (at.key && /^dimensions?$/i.test(at.key.text)) return true;
    if (at.kind === 'list' && at.children.slice(0, 4).some((child) => child.value === 'AWS/Bedrock')) return true;
  }
  return false;
}
