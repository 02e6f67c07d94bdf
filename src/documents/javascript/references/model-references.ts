import { isAppliedMigration } from '../../applied-migration.js';
import { mentionsIn } from '../../text/mentions.js';
import type { ModelReference } from '../../facts.js';
import type { CallSites } from '../calls/call-sites.js';
import { joinedReferences } from './joined-references.js';
import { libraryNames } from './library-names.js';
import type { Reach } from '../values/reach.js';
import { routerSymbols } from './router-symbols.js';
import { symbolReferences } from './symbols.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { isTestSource } from '../syntax/test-source.js';
import { isLookup, type ReferenceContext } from './usage.js';
import { mayHoldModel, writtenReferences } from './written-references.js';

/** Every model reference of a file: in strings, templates, markup and comments, built from parts, and as library constants. */
export function collectModelReferences(
  tree: SyntaxTree,
  calls: CallSites,
  clientRegions: readonly string[],
  reach: Reach,
): ModelReference[] {
  const context: ReferenceContext = {
    tree,
    calls,
    reach,
    isTest: isTestSource(tree),
    region: clientRegions.length === 1 ? (clientRegions[0] ?? null) : null,
  };
  const written = [...writtenReferences(context), ...inComments(tree)];
  const bases = new Set(written.map(({ name }) => name.base));
  const references = [
    ...written,
    ...joinedReferences(context, bases),
    ...symbolReferences(context),
    ...routerSymbols(context),
    ...libraryNames(context),
  ];
  const mayEdit = !isAppliedMigration(tree.path);
  return references
    .map((reference) => (context.isTest ? inTest(reference) : reference))
    .map((reference) => (mayEdit ? reference : { ...reference, fixed: reference.fixed ?? 'a migration may have run' }))
    .sort((one, other) => one.range[0] - other.range[0]);
}

/** A list or a table of a test holds what it expects: it breaks nothing by being old, and gets no entries. */
function inTest(reference: ModelReference): ModelReference {
  const fixed = isLookup(reference.position) ? (reference.fixed ?? 'a test expects this text') : reference.fixed;
  return { ...reference, fixed, level: 'note' };
}

function* inComments(tree: SyntaxTree): Iterable<ModelReference> {
  for (const comment of tree.comments) {
    if (!mayHoldModel(comment.value)) continue;
    for (const { name, range, hole, region } of mentionsIn(tree.text, comment.range, 'none')) {
      yield {
        name,
        range,
        form: hole ? 'template' : 'literal',
        position: 'prose',
        level: 'note',
        endpoint: 'runtime',
        surface: null,
        region,
        fixed: 'a comment',
      };
    }
  }
}
