import type { ModelConstraints } from '../../catalog/constraints.js';
import { apiVersionSentBy } from '../../catalog/sdk-lines.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { isTestPath } from '../../documents/test-path.js';
import type { Policy } from '../../policy/policy.js';
import { capLevel } from '../models/cap-level.js';
import type { Finding } from '../finding.js';
import { refusalOf } from '../request/refusal-of.js';
import { libraryVersion } from './library-version.js';

/** A call whose library sends an API version that the model refuses. */
export function refusedApiVersion(
  call: ModelCall,
  { text, path }: Document,
  policy: Policy,
): Finding<'apiVersion' | 'apiVersionForSuccessor', never> | null {
  const library = call.surface === 'AnthropicBedrock' ? libraryVersion(call) : null;
  const line = library && apiVersionSentBy(library.name, library.version);
  // A header of the client, or a property of the body, takes the place of the version that the library sends.
  if (!library || !line || /anthropic[-_]version/.test(text)) return null;
  const refused = refusalOf(call, policy, (constraints) => find(constraints, line.sends) !== undefined, false);
  if (!refused) return null;
  const { model, constraints, basis, id, isCertain, refusal } = refused;
  const [since] = find(constraints, line.sends)?.taken ?? [];
  const isSure = library.isInstalled && basis === 'named' && isCertain && isMadeHere(text);
  return {
    messageId: basis === 'named' ? 'apiVersion' : 'apiVersionForSuccessor',
    data: {
      library: library.name,
      version: library.version,
      sent: line.sends,
      since: since?.from ?? '',
      from: line.from,
      name: model.name,
      id: id ?? '',
    },
    range: call.range,
    level: capLevel(isTestPath(path) ? 'note' : 'error', isSure ? 'error' : 'warning'),
    related: library.related,
    repairs: [],
    unrepaired: 'a person chooses between another version of the library and another model',
    ...(refusal ? { refusal } : {}),
  };
}

function find({ apiVersions }: ModelConstraints, name: string) {
  return apiVersions.refused.find((each) => each.name === name);
}

/** A client that another file makes may have a header of its own. */
function isMadeHere(text: string) {
  return /\bnew\s{1,8}[\w.]{0,40}AnthropicBedrock\b/.test(text);
}
