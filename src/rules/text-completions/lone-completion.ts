import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { isTestPath } from '../../documents/test-path.js';
import type { TextCompletion } from '../../documents/text-completion.js';
import type { Policy } from '../../policy/policy.js';
import { namedModels } from '../request/named-models.js';

/** A text completion that may go to any ID, as nobody says to which; `null` where a document has none. */
export function loneCompletion({ path, textCompletions }: Document, policy: Policy): TextCompletion | null {
  if (isTestPath(path)) return null;
  const isOfUnknown = ({ model }: ModelCall) => namedModels(model, policy).includes(null);
  const lone = textCompletions.find((each) => {
    switch (each.kind) {
      case 'request':
        return isOfUnknown(each.call);
      case 'body':
        return true;
      case 'prompt':
        return each.calls.length === 0 || each.calls.some(isOfUnknown);
      case 'answer':
        // Other APIs have answers with a `completion` as well.
        return each.calls.some(isOfUnknown);
    }
  });
  return lone ?? null;
}
