const libraries =
  /^(?:@aws-sdk|@smithy|@anthropic-ai|@ai-sdk|@langchain|@strands-agents|@aws-amplify|@aws-cdk|@cdklabs|aws-sdk|aws-cdk-lib|langchain|ai|bedrock-claude-runtime)(?:\/|$)/;

/** Whether a specifier names a library whose calls, types or constants are known: its types take any ID, and a prompt in every form that its API does. */
export function isKnownLibrary(specifier: string): boolean {
  return libraries.test(specifier);
}
