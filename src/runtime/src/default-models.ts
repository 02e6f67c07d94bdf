/**
 * The models of a router that names none: the cheapest and the most used of the Claude 4.5 generation, from wherever there is
 * capacity. They change in a major version only.
 */
export const defaultModels = {
  simple: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  complex: 'global.anthropic.claude-sonnet-4-5-20250929-v1:0',
} as const;
