import type { TextEdit } from '../../edits/text-edit.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Place } from '../../documents/prompt.js';
import type { RequestField } from '../../documents/request.js';

/** A flag that a request names. */
export interface BetaFlag {
  readonly name: string;
  /** The flag as written, quotes included. */
  readonly place: Place;
  readonly field: RequestField;
  /** It is the only one of its list. */
  readonly isAlone: boolean;
  /** The edit that takes it out, with its list where it is alone; `null` when that can't be written correctly. */
  readonly removal: TextEdit | null;
}

/** The flags of `anthropic_beta`, or of the header `anthropic-beta`, as elements of a list or as one text. */
export function betaFlags({ request }: ModelCall): readonly BetaFlag[] {
  return (request?.settings.betas ?? []).flatMap((field): readonly BetaFlag[] => {
    const { value, elements, written, removal } = field;
    // A header names several in one text.
    if (value.kind === 'text') {
      const names = value.text.split(',').map((name) => name.trim());
      const isAlone = names.length === 1;
      return names.map((name) => ({ name, place: written, field, isAlone, removal: isAlone ? removal : null }));
    }
    const isAlone = elements?.length === 1;
    return (elements ?? []).flatMap((element): readonly BetaFlag[] =>
      element.value.kind === 'text'
        ? [
            {
              name: element.value.text,
              place: element.place,
              field,
              isAlone,
              removal: isAlone ? removal : element.removal,
            },
          ]
        : [],
    );
  });
}
