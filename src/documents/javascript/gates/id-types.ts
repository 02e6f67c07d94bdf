import type { TSESTree } from '@typescript-eslint/types';
import { tellsIdsApart } from '../../../catalog/id-spellings.js';
import type { IdType } from '../../facts.js';
import { isFragment } from './fragment.js';
import { isTamePattern } from '../../gate-opens.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** Types that say by templates which texts are IDs: `` `us.anthropic.claude-3-${string}` | `us.amazon.${string}` ``. */
export function collectIdTypes(tree: SyntaxTree): readonly IdType[] {
  const templates = tree.all('TSTemplateLiteralType').filter(({ quasis }) => isFragment(quasis.map(textOf).join('')));
  const types = new Set(templates.map((template) => unionAround(tree, template)));
  return [...types].flatMap((type) => {
    const patterns = patternsOf(tree, type, []);
    if (!patterns?.every(isTamePattern)) return [];
    const all = patterns.map((pattern) => new RegExp(pattern));
    return tellsIdsApart((id) => all.some((one) => one.test(id))) ? [{ patterns, range: type.range }] : [];
  });
}

function unionAround(tree: SyntaxTree, start: Node): Node {
  let type = start;
  for (let parent = tree.parentOf(type); parent?.type === 'TSUnionType'; parent = tree.parentOf(type)) type = parent;
  return type;
}

/** What each member of a type lets through, other names of types looked through; `null` where one of them lets through any text. */
function patternsOf(tree: SyntaxTree, type: Node, seen: readonly Node[]): readonly string[] | null {
  if (seen.includes(type)) return [];
  switch (type.type) {
    case 'TSUnionType': {
      const members = type.types.map((member) => patternsOf(tree, member, [...seen, type]));
      const known = members.filter((member) => member !== null);
      return known.length < members.length ? null : known.flat();
    }
    case 'TSTemplateLiteralType':
      return [
        `^${type.quasis.map((quasi, index) => `${escaped(textOf(quasi))}${holeOf(tree, type.types[index])}`).join('')}$`,
      ];
    case 'TSLiteralType':
      return (textsOf(tree, type) ?? []).map((text) => `^${escaped(text)}$`);
    case 'TSTypeReference': {
      const alias = aliasOf(tree, type);
      return alias ? patternsOf(tree, alias.typeAnnotation, [...seen, type]) : [];
    }
    // `string`, and `string & {}` beside IDs that an editor offers.
    case 'TSStringKeyword':
    case 'TSIntersectionType':
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
      return null;
    default:
      return [];
  }
}

/** What may stand in a hole. */
function holeOf(tree: SyntaxTree, type: Node | undefined): string {
  if (!type) return '';
  if (type.type === 'TSNumberKeyword') return String.raw`[\d.]+`;
  const texts = textsOf(tree, type);
  return texts ? `(?:${texts.map(escaped).join('|')})` : '.*';
}

/** `'us' | 'eu'`, by a name or not */
function textsOf(tree: SyntaxTree, type: Node): readonly string[] | null {
  switch (type.type) {
    case 'TSLiteralType': {
      const text = staticName(type.literal, true);
      return text === null ? null : [text];
    }
    case 'TSTypeReference': {
      const alias = aliasOf(tree, type)?.typeAnnotation;
      return alias && alias.type !== 'TSTypeReference' ? textsOf(tree, alias) : null;
    }
    case 'TSUnionType': {
      const members = type.types.map((member) => (member.type === 'TSLiteralType' ? textsOf(tree, member) : null));
      return members.includes(null) ? null : members.flatMap((member) => member ?? []);
    }
    default:
      return null;
  }
}

function aliasOf(tree: SyntaxTree, { typeName }: TSESTree.TSTypeReference) {
  const definition = typeName.type === 'Identifier' ? tree.variableOf(typeName)?.defs[0]?.node : null;
  return definition?.type === 'TSTypeAliasDeclaration' ? definition : null;
}

function textOf({ value }: TSESTree.TemplateElement): string {
  return value.cooked ?? value.raw;
}

function escaped(text: string) {
  return text.replace(/[$()*+.?[\\\]^{|}-]/g, String.raw`\$&`);
}
