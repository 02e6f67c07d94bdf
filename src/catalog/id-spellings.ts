import { models } from './models.generated.js';

/** The IDs of every model, bare and behind each of its geographies. */
const spellings: readonly string[] = models.flatMap(({ id, invocation }) => [
  id,
  ...invocation.profiles.map((scope) => `${scope}.${id}`),
]);

/** Whether a test answers some IDs with yes and others with no. */
export function tellsIdsApart(test: (id: string) => boolean): boolean {
  return spellings.some(test) && !spellings.every(test);
}
