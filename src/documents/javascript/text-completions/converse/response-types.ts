import type { Range } from '../../../../edits/text-edit.js';
import type { SdkName } from '../../../text-completion.js';
import type { Kind, Trace } from '../../answer/value.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { hasTypeArguments, isLoose, typesAt } from '../type-edits.js';
import type { DecodedBody } from './response-sources.js';
import { renamedUse } from './sdk-name.js';
import { isWithin } from '../../syntax/functions.js';

/** What of the types around an answer goes, and what of the SDK has another name. */
export interface ResponseTypes {
  readonly deleted: readonly Range[];
  readonly names: readonly SdkName[];
}

/** Values that Converse gives a type of its own. */
const typed: ReadonlySet<Kind> = new Set<Kind>(['http', 'answer', 'streaming', 'stream', 'chunk', 'event']);

/** The SDK says what a response is: types that the code gives a decoded body go, and no other may be there. */
export function responseTypes(
  tree: SyntaxTree,
  { origin, uses }: Trace,
  bodies: readonly DecodedBody[],
): ResponseTypes | { readonly obstacle: string } {
  const elsewhere = { obstacle: 'its answer has a type that must change with it' };
  if (hasTypeArguments(origin.node)) return elsewhere;
  const deleted: Range[] = [];
  const names: SdkName[] = [];
  for (const use of uses) {
    if (!typed.has(use.value.kind)) continue;
    for (const type of typesAt(use)) {
      const body = bodies.find(({ outer }) => isWithin(type, outer) || isDeclaredWith(tree, outer, type));
      if (body) {
        deleted.push(type.range);
        continue;
      }
      if (isLoose(type)) continue;
      const renamed =
        type.type === 'TSTypeReference' && !type.typeArguments ? renamedUse(tree, type.typeName, true) : null;
      if (!renamed || !('name' in renamed)) return elsewhere;
      names.push(renamed.name);
    }
  }
  return { deleted, names };
}

/** `const answer: Completion = JSON.parse(…)` */
function isDeclaredWith(tree: SyntaxTree, outer: Node, type: Node): boolean {
  const declarator = tree.parentOf(outer);
  return declarator?.type === 'VariableDeclarator' && declarator.init === outer && isWithin(type, declarator.id);
}
