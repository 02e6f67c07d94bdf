import { libraries } from '../../../catalog/library-constants.generated.js';

const callers =
  '@aws-sdk|@smithy|@anthropic-ai|@ai-sdk|@langchain|@strands-agents|aws-sdk|aws-cdk-lib|langchain|ai|bedrock-claude-runtime';
const constants = libraries.flatMap(({ package: name, exports }) => [name, ...exports.map(({ module }) => module)]);
const known = new RegExp(`^(?:${[callers, ...constants].join('|')})(?:/|$)`);

/** Whether a specifier names a library whose calls, types or constants are known: its types take any ID, and a prompt in every form that its API does. */
export function isKnownLibrary(specifier: string): boolean {
  return known.test(specifier);
}
