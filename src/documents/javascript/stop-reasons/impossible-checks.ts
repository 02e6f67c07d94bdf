import { type CheckContext, describe, type Draft } from './check-context.js';

/** Comparisons with a reason that another API sends, and this one never does. */
export function* impossibleChecks(context: CheckContext): Iterable<Draft> {
  const { tree, vocabulary, decisions, named } = context;
  for (const { use, test, words } of decisions) {
    const [word] = words;
    if (!word || words.length > 1) continue;
    const isImpossible = Object.hasOwn(vocabulary.impossible, word.value);
    const instead = isImpossible ? (vocabulary.impossible[word.value] ?? null) : null;
    // Code that names what comes instead, too, takes answers of both APIs.
    const isFine = !isImpossible || (instead !== null && named.has(instead));
    if (isFine) {
      yield { key: word.node, check: null };
      continue;
    }
    const written = tree.text.slice(...word.node.range);
    const mend =
      instead !== null && /^(['"`])[\w-]+\1$/.test(written)
        ? { kind: 'replace' as const, edits: [{ range: word.node.range, text: written.replace(word.value, instead) }] }
        : null;
    const check = describe(context, {
      shape: 'impossible',
      range: test.range,
      reason: use.node,
      others: 'ignored',
      becomes: word.value,
      instead,
      missing: [],
      mend,
    });
    yield { key: word.node, check };
  }
}
