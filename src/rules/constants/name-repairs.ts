import { printModelId, withModel } from '../../catalog/model-id.js';
import type { ModelReference } from '../../documents/facts.js';
import type { SymbolUse } from '../../documents/symbol-use.js';
import type { Data, Repair } from '../finding.js';
import { refusedBeside } from '../request/refused-beside.js';
import type { ScopeChoice } from '../models/scopes-for.js';

/** What can be done about a library's own name for a model, or why nothing can. */
export interface NameRepairs {
  readonly repairs: readonly Repair<'useSuccessor' | 'useSuccessorProfile'>[];
  readonly unrepaired: string;
}

/**
 * The repairs that put the library's name for a model's successor in the place of a name. Only the installed version says which names it knows, and
 * which profile each of them stands for.
 */
export function nameRepairs(
  reference: ModelReference,
  { range, members, module }: SymbolUse,
  choices: readonly ScopeChoice[],
  dataFor: (choice: ScopeChoice) => Data,
): NameRepairs {
  const refused = choices.map(({ model }) => refusedBeside(reference, model)).find((why) => why !== null);
  if (refused !== undefined) return { repairs: [], unrepaired: refused };
  const repairs = choices.flatMap((choice): NameRepairs['repairs'] => {
    const { model, scope, chosen } = choice;
    const id = printModelId(withModel(reference.name, { scope, base: model.id }));
    const name = Object.hasOwn(members, id) ? members[id] : undefined;
    if (name === undefined || chosen === 'byPerson') return [];
    const keeps = reference.name.scope === scope;
    const data = { ...dataFor(choice), to: name };
    return [
      { id: keeps ? 'useSuccessor' : 'useSuccessorProfile', data, safety: 'review', edits: [{ range, text: name }] },
    ];
  });
  const wanted = choices[0]?.model.name ?? 'its successor';
  const where = choices.map(({ scope }) => `\`${scope ?? ''}\``).join(' or ');
  return { repairs, unrepaired: `the installed version of ${module} has no name for ${wanted} in ${where}` };
}
