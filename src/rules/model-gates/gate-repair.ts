import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { GateGuard } from '../../documents/gate-guard.js';
import { holdsFor } from '../../documents/gate-opens.js';
import { codeStyleOf } from '../../edits/code-style.js';
import type { Range } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import type { Repair } from '../finding.js';
import { guardedTrait } from './guarded-trait.js';
import { hasTrait, type ModelTrait } from './model-trait.js';
import { spellingsOf } from './spellings-of.js';

/** The repair of a gate, or why there is none. */
export type GateRepair =
  | { readonly repair: Repair<'askForTrait'>; readonly obstacle?: never }
  | { readonly repair?: never; readonly obstacle: string };

/**
 * Asks for what the guarded part of a request needs instead of for the name of the model. The answer is that of the gate for
 * every model that the gate was written for; of the others, none that the project names may be answered otherwise.
 */
export function gateRepair(guard: GateGuard, document: Document, policy: Policy): GateRepair {
  const { trait, obstacle } = guardedTrait(guard, document.path, document.modelCalls);
  if (trait === undefined) return { obstacle };
  if (isTaken(document.text)) return { obstacle: 'something else in the file is called `supports`' };
  if (/\/[*/]/.test(document.text.slice(...rangeOf(guard, document.text))))
    return { obstacle: 'a comment in it would be lost' };
  const { models } = policy.catalog;
  const meant = meaningOf(guard, trait);
  const named = models.filter((model) => isNamed(guard, model));
  const other = named.find((model) => hasTrait(model, trait) !== !meant.isInForUnknown);
  if (named.length === 0) return { obstacle: 'it names no model' };
  if (other)
    return {
      obstacle: `\`supports(…, '${trait}')\` would answer otherwise for \`${other.id}\`, which it names: say which models are meant`,
    };
  const turned = models.filter((model) => !named.includes(model) && isTurned(model, meant, policy));
  return {
    repair: {
      id: 'askForTrait',
      data: { code: code(guard, meant, document.text) },
      safety: 'review',
      needs: [{ kind: 'notNamed', models: turned.map(({ id }) => id) }],
      edits: [{ range: rangeOf(guard, document.text), text: code(guard, meant, document.text) }],
      imports: [{ module: 'bedrock-claude-runtime', name: 'supports' }],
      gate: {
        range: guard.range,
        holdsFor: models.filter((model) => isIn(model, meant) === guard.when).map(({ id }) => id),
      },
    },
  };
}

/** A parameter or a variable with the name of the helper would stand for it; a property has that name only where it is seen to be one. */
function isTaken(text: string) {
  return (
    /(?<![.\w$])supports(?![\w$]|\s*:)|[(,]\s*supports\s*:|(?:let|var|const)\s+supports\b/.test(text) &&
    !importsHelper.test(text)
  );
}

const importsHelper = /\{[^{}]*\bsupports\b[^{}]*\}\s*(?:from\s*|=\s*require\(\s*)['"]bedrock-claude-runtime['"]/;

/** What the repaired gate asks. */
interface Meaning {
  readonly trait: ModelTrait;
  /** Whether what is guarded is there for a model that the gate does not name: then it stays out only where it is known to be refused. */
  readonly isInForUnknown: boolean;
}

function meaningOf({ test, when }: GateGuard, trait: ModelTrait): Meaning {
  return { trait, isInForUnknown: holdsFor(test, '') === when };
}

/** Whether what is guarded is there for a model, once the gate is repaired. */
function isIn(model: CatalogModel, { trait, isInForUnknown }: Meaning) {
  return isInForUnknown ? hasTrait(model, trait) !== false : hasTrait(model, trait) === true;
}

/** Whether the gate answers otherwise for a model than for one that it knows nothing of. */
function isNamed({ test }: GateGuard, model: CatalogModel) {
  const unknown = holdsFor(test, '');
  return spellingsOf(model).some((spelling) => holdsFor(test, spelling) !== unknown);
}

/** Whether the repaired gate sends a model that the gate does not name, or its successor, the other way. */
function isTurned(model: CatalogModel, meant: Meaning, { catalog, asOf, target, minRunwayDays }: Policy) {
  if (isIn(model, meant) !== meant.isInForUnknown) return true;
  if (catalog.lifecycleOn(model, asOf).state === 'active') return false;
  const successor = catalog.successorOf(model, { target, day: asOf, minRunwayDays });
  return successor !== undefined && isIn(successor, meant) !== meant.isInForUnknown;
}

function rangeOf({ negated, range }: GateGuard, text: string): Range {
  return negated ?? withoutBrackets(range, text);
}

function code({ subject, mayBeAbsent, when, negated, isValue }: GateGuard, meant: Meaning, text: string) {
  const { quote } = codeStyleOf(text);
  const id = mayBeAbsent ? `${subject} ?? ${quote}${quote}` : subject;
  const call = `supports(${id}, ${quote}${meant.trait}${quote})`;
  const asksWhetherIn = when === (negated === null);
  if (meant.isInForUnknown) return asksWhetherIn ? `${call} !== false` : `${call} === false`;
  if (!asksWhetherIn) return `!${call}`;
  return isValue ? `${call} === true` : call;
}

/** A call needs none of the brackets that an "or" needs. */
function withoutBrackets([start, end]: Range, text: string): Range {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end);
  const close = end + (after.length - after.trimStart().length);
  const isBracketed =
    before.endsWith('(') && text.charAt(close) === ')' && /[&|!?:=>([{,]\s*\($/.test(before.slice(-40));
  return isBracketed ? [before.length - 1, close + 1] : [start, end];
}
