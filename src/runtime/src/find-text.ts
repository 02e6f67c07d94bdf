import { dig } from './dig.js';

/** Where responses and events, and what libraries make of them, keep what Bedrock said beside the text. */
const places = ' response_metadata. response_metadata.messageStop. additional_kwargs. response. response.body.'.split(
  ' ',
);

/** The first text by one of several names, in any of the places where a response may keep it. */
export function findText(response: unknown, ...names: readonly string[]): string | undefined {
  for (const place of places) {
    for (const name of names) {
      const found = dig(response, ...(place + name).split('.'));
      if (typeof found === 'string') return found;
    }
  }
  return undefined;
}
