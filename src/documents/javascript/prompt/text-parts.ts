import type { Place, TextPart } from '../../prompt.js';
import type { Modules } from '../modules/modules.js';
import type { Reach } from '../values/objects.js';
import type { Node } from '../syntax/syntax-tree.js';
import { termsOf } from '../syntax/terms-of.js';
import { unwrap } from '../syntax/unwrap.js';
import { builtText } from './built-text.js';
import { composed, entering, isConstant, wholeText } from './compose.js';
import { isConstantSource } from './constant-source.js';
import { type Change, changeOf } from './dynamic-cause.js';
import { follow } from './follow.js';
import { growsBetweenCalls } from './growth.js';
import { type Budget, inside, mayGoOn, placeOf, type Reading, sourceOf, type Spot } from './spot.js';
import { textOfTag } from './tagged-text.js';
import { textOfTemplate } from './template-text.js';
import { textOfCall } from './text-calls.js';

/** Expressions that one prompt, and all prompts of a document, may take to read. The largest prompts of real code take some thousands. */
const mostExpressions = 200_000;
const mostOfDocument = 2_000_000;

interface Memo {
  /** Texts of names, by the expression behind them: many calls share one prompt. */
  readonly once: WeakMap<Node, readonly TextPart[]>;
  readonly often: WeakMap<Node, readonly TextPart[]>;
  readonly budget: Budget['ofDocument'];
}

const memos = new WeakMap<Modules, Memo>();

/** Starts reading a prompt. */
export function createReading(reach: Reach): Reading {
  const memo: Memo = memos.get(reach.modules) ?? {
    once: new WeakMap(),
    often: new WeakMap(),
    budget: { left: mostOfDocument },
  };
  memos.set(reach.modules, memo);
  const fresh: Reach = { ...reach, steps: null, depth: 0 };
  const reading: Reading = {
    reach: fresh,
    budget: { left: mostExpressions, ofDocument: memo.budget },
    text: (spot) => textOf(spot, reading),
    named: (spot) => {
      if (spot.scope.bindings.size > 0) return textOf(spot, reading);
      const texts = spot.scope.isOnce ? memo.once : memo.often;
      const known = texts.get(spot.node);
      if (known) return known;
      const parts = textOf(spot, reading);
      if (reading.budget.left > 0) texts.set(spot.node, parts);
      return parts;
    },
  };
  return reading;
}

function textOf(spot: Spot, reading: Reading): readonly TextPart[] {
  const node = unwrap(spot.node);
  const here = { ...spot, node };
  if (node.type === 'Literal') return textOfLiteral(here);
  if (!mayGoOn(spot, reading)) return [{ kind: 'unknown', place: placeOf(here) }];
  return textWritten(here, reading) ?? textReached(here, reading);
}

function textOfLiteral(spot: Spot): readonly TextPart[] {
  const { node } = spot;
  if (node.type !== 'Literal' || 'regex' in node) return [{ kind: 'unknown', place: placeOf(spot) }];
  return node.value === '' ? [] : [{ kind: 'static', text: String(node.value), place: placeOf(spot) }];
}

/** Texts put together on the spot. */
function textWritten(spot: Spot, reading: Reading): readonly TextPart[] | null {
  const { node, tree } = spot;
  switch (node.type) {
    case 'TemplateLiteral':
      return textOfTemplate(spot, reading);
    case 'TaggedTemplateExpression':
      return textOfTag(spot, reading);
    case 'BinaryExpression':
      return node.operator === '+' ? textOfSum(spot, reading) : null;
    case 'LogicalExpression':
      return textOfChoice(spot, reading);
    case 'CallExpression':
      return textOfCall(spot, reading);
    case 'Identifier': {
      const name = tree.variableOf(node)?.identifiers[0];
      const bound = name && spot.scope.bindings.get(name);
      return bound?.kind === 'text' ? bound.parts : null;
    }
    default:
      return null;
  }
}

/** Texts that a name or a call stands for, and holes. */
function textReached(spot: Spot, reading: Reading): readonly TextPart[] {
  const place = placeOf(spot);
  const hole = (change: Change): readonly TextPart[] => [
    { kind: 'dynamic', expression: sourceOf(spot), place, ...change },
  ];
  const growth = growsBetweenCalls(spot.tree, spot.node);
  if (growth) return hole({ cause: growth });
  const next = follow(spot, reading);
  if (next) return reading.named(next);
  const built = builtText(spot, reading);
  if (built) return built;
  const change = changeOf(spot, reading);
  if (change) return hole(change);
  return [{ kind: 'unknown', place, ...(isConstantSource(spot, reading) ? { isConstant: true } : {}) }];
}

function textOfHole(spot: Spot, reading: Reading) {
  return entering(reading.text(spot), placeOf(spot));
}

function textOfSum(spot: Spot, reading: Reading): readonly TextPart[] {
  const whole = placeOf(spot);
  const terms = termsOf(spot.node).map((term) => textOfHole(inside(spot, term), reading));
  return composed(added(terms, whole), whole);
}

/** Numbers before the first text are added up, not written one after the other. */
function added(terms: readonly (readonly TextPart[])[], whole: Place): readonly (readonly TextPart[])[] {
  const first = terms.findIndex(isText);
  if (first === 0 || first === 1) return terms;
  const leading = terms.slice(0, first < 0 ? terms.length : first);
  const change = leading.flat().find(({ kind }) => kind === 'dynamic');
  return [[change ?? { kind: 'unknown', place: whole }], ...terms.slice(leading.length)];
}

function isText(parts: readonly TextPart[]) {
  return parts.length === 0 || parts.some((part) => part.kind === 'static' && !/^[\d.]+$/.test(part.text.slice(0, 40)));
}

/** `A || B` is `A` where that is known to be there; a setting with a default is the same on every call. */
function textOfChoice(spot: Spot, reading: Reading): readonly TextPart[] | null {
  const { node } = spot;
  if (node.type !== 'LogicalExpression' || node.operator === '&&') return null;
  const left = reading.text(inside(spot, node.left));
  const text = wholeText(left);
  if (text !== null && (text !== '' || node.operator === '??')) return left;
  const right = reading.text(inside(spot, node.right));
  if (text !== null) return right;
  return isConstant(left) && isConstant(right) ? [{ kind: 'unknown', place: placeOf(spot), isConstant: true }] : null;
}
