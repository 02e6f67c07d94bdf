import type { Document } from '../../documents/document.js';
import type { Range } from '../../edits/text-edit.js';
import { rangesOverlap } from '../../edits/text-edit.js';
import type { Policy } from '../../policy/policy.js';
import { refusedPlaces } from '../request/refused-places.js';
import { requestsOf } from '../request/requests-of.js';
import { obsoleteBetas } from './obsolete-betas.js';

/** Why the ID at `range` is not moved to a model with less context than one of its requests asks for; `null` where none does. */
export function contextObstacle(range: Range, document: Document, policy: Policy): string | null {
  for (const call of requestsOf(document)) {
    if (!call.request?.settings.betas) continue;
    for (const { finding } of obsoleteBetas(call, document, policy)) {
      const { messageId, refusal, unrepaired = null } = finding;
      if (messageId !== 'contextTooSmall' || !refusal) continue;
      const isAsked = refusedPlaces(refusal, 'moved').some(
        (place) => place.path === document.path && rangesOverlap(place.range, range),
      );
      if (isAsked) return unrepaired;
    }
  }
  return null;
}
