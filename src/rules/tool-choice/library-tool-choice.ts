import type { ModelCall } from '../../documents/facts.js';

/**
 * Read in the packages themselves and in their changelogs: from 5.0.95 on `@ai-sdk/amazon-bedrock` asks for `auto` where a model refuses a forced
 * tool choice, and warns; 2.2.12, 3.0.137 and 4.0.186 send what they are told.
 */
const providerPackage = '@ai-sdk/amazon-bedrock';
const relaxesSince = [5, 0, 95] as const;

/** Whether the library of a call asks for a tool choice that the model takes, whatever the program says; `unknown` where its version is. */
export function relaxesToolChoice({ surface, library, provesClaude }: ModelCall): boolean | 'unknown' {
  if (surface !== 'AiSdk') return false;
  // The provider of Anthropic's own models is a package of its own, whose version is not known here.
  if (provesClaude || library?.name !== providerPackage || library.version === null) return 'unknown';
  const version = library.version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [index, part] of relaxesSince.entries()) {
    const own = version[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}
