import type { Range } from '../../../../edits/text-edit.js';
import type { Leftover } from '../../../text-completion.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { removeStatement } from '../remove-statement.js';
import { specifierOf } from './sdk-name.js';
import { namedValue } from './variable-of-value.js';

/** Modules of which code needs nothing but what encodes and decodes. */
const codecs: readonly string[] = [
  'util',
  'node:util',
  '@aws-sdk/util-utf8-node',
  '@aws-sdk/util-utf8',
  '@smithy/util-utf8',
];

/** Encoders, decoders and settings that may be of no use once these stretches of code are gone. */
export function leftoversOf(tree: SyntaxTree, deleted: readonly Range[]): readonly Leftover[] {
  const gone = new Map<string, Leftover>();
  for (const name of tree.all('Identifier')) {
    if (!deleted.some(([start, end]) => start <= name.range[0] && name.range[1] <= end)) continue;
    const found = declarationOf(tree, name);
    if (found?.references.some(([start]) => start === name.range[0]) !== true) continue;
    const key = found.removal.range.join();
    gone.set(key, { ...found, gone: [...(gone.get(key)?.gone ?? []), name.range] });
  }
  return [...gone.values()];
}

function declarationOf(tree: SyntaxTree, name: Node): Omit<Leftover, 'gone'> | null {
  for (const module of codecs) {
    const specifier = specifierOf(tree, name, module);
    if (!specifier) continue;
    const { references, removal, owner } = specifier;
    return removal && { references, removal, owner };
  }
  const type = typeDeclaration(tree, name);
  if (type) return type;
  const value = namedValue(tree, name);
  const removal = value?.statement && isPlain(value.init) ? removeStatement(tree.text, value.statement.range) : null;
  return value && removal && { references: value.reads.map(({ range }) => range), removal, owner: null };
}

/** A type of this file alone, with the comment that documents it. */
function typeDeclaration(tree: SyntaxTree, name: Node): Omit<Leftover, 'gone'> | null {
  const variable = tree.variableOf(name);
  const node = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  const isType = node?.type === 'TSInterfaceDeclaration' || node?.type === 'TSTypeAliasDeclaration';
  if (!variable || !isType || tree.parentOf(node)?.type !== 'Program') return null;
  const comment = tree.comments.find(
    ({ range, type }) => type === 'Block' && /^\r?\n$/.test(tree.text.slice(range[1], node.range[0])),
  );
  const removal = removeStatement(tree.text, [comment?.range[0] ?? node.range[0], node.range[1]]);
  return removal && { references: variable.references.map(({ identifier }) => identifier.range), removal, owner: null };
}

/** A value that does nothing but be there: `new TextDecoder()`, `'application/json'`. */
function isPlain(init: Node): boolean {
  if (init.type === 'Literal') return true;
  return (
    init.type === 'NewExpression' && init.callee.type === 'Identifier' && /^Text(?:De|En)coder$/.test(init.callee.name)
  );
}
