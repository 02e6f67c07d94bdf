import type { CatalogModel } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelReference } from '../../documents/facts.js';
import type { SymbolUse } from '../../documents/symbol-use.js';
import type { Policy } from '../../policy/policy.js';
import { codeStyleOf } from '../../edits/code-style.js';
import type { ImportRequest, Range } from '../../edits/text-edit.js';
import type { Repair } from '../finding.js';
import { type ScopeChoice, scopesFor } from '../models/scopes-for.js';

/** What can be done about a library's constant for a model, or why nothing can. */
export interface ConstantRepairs {
  readonly repairs: readonly Repair<'replaceConstant'>[];
  readonly unrepaired: string;
}

/**
 * The repairs that put a model's successor in the place of a constant. Newer models are called through a profile: the ID of
 * one where an ID is read, the construct of one where the library takes either.
 */
export function constantRepairs(
  reference: ModelReference,
  model: CatalogModel,
  document: Document,
  policy: Policy,
): ConstantRepairs {
  const { symbol, profiledBy } = reference;
  const use = symbol?.use;
  const place = reference.form === 'symbol' ? `${reference.fixed ?? 'a constant'}: ` : '';
  if (!use && profiledBy === undefined)
    return {
      repairs: [],
      unrepaired: `${place}only a foundation model can stand here, and its successor is called through a profile`,
    };
  const asProfile = { ...reference, name: { ...reference.name, scope: profiledBy ?? reference.name.scope } };
  const choices = scopesFor(asProfile, model, document, policy).filter(
    ({ scope }) => profiledBy === undefined || scope === profiledBy,
  );
  const repairs = choices.flatMap((choice) =>
    use ? repairOf(use, choice, document.text) : idRepair(reference.range, choice),
  );
  const wanted = choices.map(({ scope }) => `\`${scope ?? ''}\``).join(' or ');
  const missing = wanted === '' ? 'its geography' : wanted;
  return {
    repairs,
    unrepaired: `${place}there is no constant or model for a profile of its successor in ${missing}`,
  };
}

/** `new BedrockFoundationModel('…')` in a profile. */
function idRepair(range: Range, { scope, model }: ScopeChoice): readonly Repair<'replaceConstant'>[] {
  const data = { toName: model.name, scope: scope ?? '', code: model.id };
  return [{ id: 'replaceConstant', data, safety: 'review', edits: [{ range, text: model.id }] }];
}

function repairOf(use: SymbolUse, { scope, model }: ScopeChoice, text: string): readonly Repair<'replaceConstant'>[] {
  const { quote } = codeStyleOf(text);
  const code = codeFor(use, scope, model, quote);
  if (code === null || scope === null) return [];
  return [
    {
      id: 'replaceConstant',
      data: { toName: model.name, scope, code },
      safety: 'review',
      edits: [{ range: use.range, text: code }],
      ...(use.kind === 'construct' && use.namespace === '' ? { imports: importsFrom(use.module) } : {}),
    },
  ];
}

const profile = 'CrossRegionInferenceProfile';

function importsFrom(module: string): readonly ImportRequest[] {
  return [profile, `${profile}Region`].map((name) => ({ module, name }));
}

function codeFor(use: SymbolUse, scope: string | null, model: CatalogModel, quote: string): string | null {
  if (scope === null) return null;
  if (use.kind === 'id') return `${quote}${scope}.${model.id}${quote}`;
  const constant = modelConstant(use, model, quote);
  if (use.kind === 'profiled') return constant;
  const member = use.scopes[scope];
  if (member === undefined) return null;
  const { namespace } = use;
  return `${namespace}${profile}.fromConfig({ geoRegion: ${namespace}${profile}Region.${member}, model: ${constant} })`;
}

/** The constant that the installed version has, else one made of the ID. */
function modelConstant({ holder, members }: SymbolUse, { id }: CatalogModel, quote: string) {
  const member = Object.hasOwn(members, id) ? members[id] : undefined;
  return member === undefined
    ? `new ${holder}(${quote}${id}${quote}, { supportsAgents: true, supportsCrossRegion: true })`
    : `${holder}.${member}`;
}
