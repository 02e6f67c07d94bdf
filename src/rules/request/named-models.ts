import { parseModelName, printModelId, scanModelNames } from '../../catalog/model-id.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { StaticValue } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { Policy } from '../../policy/policy.js';
import { modelNamed } from '../models/model-named.js';

/** A text that a call may have for its model. */
export interface NamedModel {
  /** As written, or the ID in it where parts are only known at run time: a geography, a region, an account. */
  readonly id: string;
  readonly place: Place | null;
  /** `null`: another provider's model, or one that the catalog does not know. */
  readonly model: CatalogModel | null;
}

/** Every text that the model of a call may be; `null` for one that only the running program knows. */
export function namedModels(value: StaticValue, policy: Policy): readonly (NamedModel | null)[] {
  if (value.kind === 'oneOf') return value.values.flatMap((each) => namedModels(each, policy));
  if (value.kind !== 'text' && value.kind !== 'template') return [null];
  const text = value.kind === 'text' ? value.text : withoutHoles(value.parts);
  const name = parseModelName(text) ?? onlyNameIn(text);
  return [
    {
      id: value.kind === 'text' || !name ? text : printModelId(name),
      place: value.path === null ? null : { range: value.range, path: value.path },
      model: (name && modelNamed(name, policy)) ?? null,
    },
  ];
}

/** Whether everything that the model of a call may be is Claude. */
export function namesClaude(value: StaticValue, policy: Policy): boolean {
  return namedModels(value, policy).every((named) => named?.model);
}

/** A hole at the start stands for a geography, one in an ARN for a field of it. */
function withoutHoles([first, ...rest]: readonly (string | null)[]) {
  const tail = rest.map((part) => part ?? 'x').join('');
  return first == null ? tail.replace(/^\./, '') : first + tail;
}

function onlyNameIn(text: string) {
  const [found, ...others] = scanModelNames(text);
  return found === undefined || others.length > 0 ? null : found.name;
}
