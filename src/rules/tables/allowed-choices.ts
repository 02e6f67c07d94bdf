import { printModelId, withModel } from '../../catalog/model-id.js';
import type { ModelReference } from '../../documents/facts.js';
import type { ScopeChoice } from '../models/scopes-for.js';

/** What a list beside a default admits of the choices for it; where it admits none, what must be added to it first. */
export function allowedChoices(
  choices: readonly ScopeChoice[],
  { name, allowed }: ModelReference,
): readonly ScopeChoice[] | string {
  const [first] = choices;
  if (!allowed || !first) return choices;
  const idOf = ({ model, scope }: ScopeChoice) => printModelId(withModel(name, { scope, base: model.id }));
  const admitted = choices.filter((choice) => allowed.includes(idOf(choice).toLowerCase()));
  return admitted.length > 0
    ? admitted
    : `the values that are allowed there do not have \`${idOf(first)}\`: add it first`;
}
