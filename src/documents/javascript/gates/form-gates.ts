import { tellsIdsApart } from '../../../catalog/id-spellings.js';
import { parseModelName, printModelId } from '../../../catalog/model-id.js';
import type { ModelGate } from '../../facts.js';
import { isTame, opensFor } from '../../gate-opens.js';
import { alternativesOf } from '../../static-value.js';
import { namedModel } from '../values/named-model.js';
import type { Reach } from '../values/objects.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName, unwrap } from '../syntax/unwrap.js';
import { withoutCase } from './gate-atom.js';
import { isOptionalMatch } from './optional-match.js';

const textKinds: ReadonlyMap<string, ModelGate['kind']> = new Map<string, ModelGate['kind']>([
  ['includes', 'includes'],
  ['indexOf', 'includes'],
  ['lastIndexOf', 'includes'],
  ['startsWith', 'startsWith'],
  ['endsWith', 'endsWith'],
]);

/**
 * Code that goes by a part of an ID which names no family: `MODEL.endsWith('v2:0')`, `MODEL.match(/\d{8}/)![0]`. Any text may be asked for such
 * parts: it counts where the text is known to be an ID, or is called one and asked for what stands in nothing else.
 *
 * @param pattern what it is asked for, written out.
 */
export function gateOfForm(
  tree: SyntaxTree,
  call: Node,
  subject: Node,
  method: string,
  pattern: Node,
  reach: Reach,
): ModelGate | null {
  const asked = askedFor(tree, call, method, pattern);
  if (!asked) return null;
  const gate = { ...asked, range: call.range, geography: false };
  if (isTame(gate) && !tellsIdsApart((id) => opensFor(gate, id))) return null;
  const ids = idsAt(tree, withoutCase(subject), reach);
  if (ids === null && !(isCalledId(tree, subject) && isOfIdsAlone(gate))) return null;
  return { ...gate, form: { ids } };
}

type Asked = Pick<ModelGate, 'kind' | 'patterns' | 'flags'>;

function askedFor(tree: SyntaxTree, call: Node, method: string, pattern: Node): Asked | null {
  if (pattern.type === 'Literal' && 'regex' in pattern) {
    if (!/^(?:test|exec|match|search)$/.test(method)) return null;
    if ((method === 'exec' || method === 'match') && isOptionalMatch(tree, call)) return null;
    return { kind: 'regex', patterns: [pattern.regex.pattern], flags: pattern.regex.flags };
  }
  const text = staticName(unwrap(pattern), true);
  const kind = method === 'split' && isSecondPiece(tree, call) ? 'includes' : textKinds.get(method);
  return kind && text !== null && text !== '' && !parseModelName(text) ? { kind, patterns: [text] } : null;
}

/** `id.split('-v')[1]`: there is none without the separator. */
function isSecondPiece(tree: SyntaxTree, call: Node) {
  const parent = tree.parentOf(call);
  if (parent?.type !== 'MemberExpression' || parent.object !== call || parent.optional) return false;
  return staticName(parent.property, parent.computed) === '1';
}

/** The IDs that an expression may be; `null` where it is not known to be one. */
function idsAt(tree: SyntaxTree, node: Node, reach: Reach): readonly string[] | null {
  const values = alternativesOf(namedModel({ tree, node }, reach));
  const ids = values.flatMap((value) => {
    const name = value.kind === 'text' ? parseModelName(value.text) : null;
    return name ? [printModelId(name)] : [];
  });
  return ids.length > 0 ? [...new Set(ids)] : null;
}

/** `modelId`, `config.model_id`, `MODEL_ID.toLowerCase()` */
function isCalledId(tree: SyntaxTree, subject: Node) {
  return /model_?id$/i.test(tree.text.slice(...withoutCase(subject).range));
}

/** A day, or a version with a minor one, which names of models elsewhere don't have. */
function isOfIdsAlone({ kind, patterns: [pattern = ''] }: ModelGate) {
  return kind === 'regex'
    ? /\\d\{8\}|\[0-9\]\{8\}|v\(?(?:\\d|\[0-9\])[+*]?\)?:|:\(?(?:\\d|\[0-9\]|0)/.test(pattern)
    : /^-?v\d:\d$|^:\d$|^-?20\d{6}/.test(pattern);
}
