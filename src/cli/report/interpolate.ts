import type { Data } from '../../rules/finding.js';

/** Fills `{{ name }}` in a message as ESLint does; what is not in `data` stays as it is. */
export function interpolate(message: string, data: Data): string {
  return message.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => data[name.trim()] ?? whole);
}
