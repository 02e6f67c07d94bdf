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

/** The flags of `anthropic_beta`, as elements of a list or as one text. */
export function betaFlags({ request }: ModelCall): readonly BetaFlag[] {
  return (request?.settings.betas ?? []).flatMap((field): readonly BetaFlag[] => {
    const { value, elements, written, removal } = field;
    if (value.kind === 'text' && !value.text.includes(','))
      return [{ name: value.text.trim(), place: written, field, isAlone: true, removal }];
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
