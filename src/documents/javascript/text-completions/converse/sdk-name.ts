import { removeProperty } from '../../../../edits/remove-property.js';
import type { Range, TextEdit } from '../../../../edits/text-edit.js';
import type { Leftover, SdkName } from '../../../text-completion.js';
import type { Node, SyntaxTree } from '../../syntax/syntax-tree.js';
import { staticName, unwrap } from '../../syntax/unwrap.js';
import { removeStatement } from '../remove-statement.js';
import { isFree } from './variable-of-value.js';

/** The one library whose calls have a counterpart in Converse. */
export const moduleName = '@aws-sdk/client-bedrock-runtime';

/** What a use of a name becomes: an edit of it alone, or a name of which the import changes too. */
export type RenamedUse = { readonly edit: TextEdit } | { readonly name: SdkName } | { readonly obstacle: string };

/** `InvokeModelCommand` to `ConverseCommand`, `invokeModelWithResponseStream` to `converseStream`; `null` for another name. */
export function converseName(name: string): string | null {
  const match = /^(i|I)nvokeModel(WithResponseStream)?([A-Z]\w*)?$/.exec(name);
  if (!match) return null;
  const [, first, stream, rest = ''] = match;
  return `${first === 'i' ? 'c' : 'C'}onverse${stream ? 'Stream' : ''}${rest}`;
}

/** What it takes to use the counterpart of a class or type of the SDK. */
export function renamedUse(tree: SyntaxTree, use: Node, isType = false): RenamedUse {
  const elsewhere = { obstacle: 'its command is imported in a way that no edit can follow' };
  if (use.type === 'MemberExpression' && !use.computed && use.property.type === 'Identifier') {
    const to = converseName(use.property.name);
    return to === null ? elsewhere : { edit: { range: use.property.range, text: to } };
  }
  const specifier = use.type === 'Identifier' ? specifierOf(tree, use) : null;
  const to = specifier && converseName(specifier.name);
  if (!specifier || to === null) return elsewhere;
  const known = importedAs(tree, to);
  if (known === null && !specifier.isRenamed && !isFree(tree, to))
    return { obstacle: `another \`${to}\` is in the way` };
  return {
    name: {
      counterpart: { module: moduleName, name: to },
      known,
      isType,
      imported: specifier.imported,
      isRenamed: specifier.isRenamed,
      removal: specifier.removal,
      references: specifier.references,
      uses: [use.range],
    },
  };
}

interface Specifier {
  readonly name: string;
  readonly imported: Range;
  readonly isRenamed: boolean;
  readonly removal: TextEdit | null;
  readonly owner: Leftover['owner'];
  readonly references: readonly Range[];
}

/** Where a name of the SDK is imported, by an `import` or off what `require` or `import()` gives. */
export function specifierOf(tree: SyntaxTree, name: Node, module = moduleName): Specifier | null {
  const variable = tree.variableOf(name);
  const [definition, another] = variable?.defs ?? [];
  if (!variable || !definition || another) return null;
  const references = variable.references.filter(({ init }) => init !== true).map(({ identifier }) => identifier.range);
  const { node } = definition;
  if (node.type === 'ImportSpecifier') {
    const declaration = tree.parentOf(node);
    if (declaration?.type !== 'ImportDeclaration' || declaration.source.value !== module) return null;
    const imported = node.imported;
    const isRenamed = imported.range[0] !== node.local.range[0];
    return {
      name: staticName(imported, false) ?? '',
      imported: imported.range,
      isRenamed,
      ...removalsOf(tree, node.range, declaration, declaration.specifiers.length),
      references,
    };
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || requiredModule(node.init) !== module)
    return null;
  const property = node.id.properties.find((each) => each.type === 'Property' && each.value === definition.name);
  const statement = tree.parentOf(node);
  if (property?.type !== 'Property' || !statement) return null;
  return {
    name: staticName(property.key, property.computed) ?? '',
    imported: property.key.range,
    isRenamed: !property.shorthand,
    ...removalsOf(tree, property.range, statement, node.id.properties.length),
    references,
  };
}

/** Takes a name out of the braces of an import, or the whole import where nothing else is in it. */
function removalsOf(
  { text }: SyntaxTree,
  range: Range,
  statement: Node,
  names: number,
): Pick<Specifier, 'removal' | 'owner'> {
  const whole = removeStatement(text, statement.range);
  const owner = whole && { names, removal: whole };
  if (names === 1) return { removal: whole, owner };
  const open = text.lastIndexOf('{', range[0]);
  const close = text.indexOf('}', range[1]);
  const isBetween = statement.range[0] <= open && close >= 0;
  return { removal: isBetween ? removeProperty(text, range, [open, close + 1]) : null, owner };
}

/** The module that `require('…')` or `await import('…')` gives. */
function requiredModule(init: Node | null): string | null {
  const value = init && unwrap(init);
  const loaded = value?.type === 'AwaitExpression' ? unwrap(value.argument) : value;
  if (loaded?.type === 'ImportExpression') return staticName(loaded.source, true);
  const isRequire =
    loaded?.type === 'CallExpression' && loaded.callee.type === 'Identifier' && loaded.callee.name === 'require';
  const [argument] = isRequire ? loaded.arguments : [];
  return argument ? staticName(argument, true) : null;
}

/** Under which name a file imports something of the SDK already. */
function importedAs(tree: SyntaxTree, name: string): string | null {
  for (const node of tree.all('ImportSpecifier')) {
    const declaration = tree.parentOf(node);
    if (declaration?.type !== 'ImportDeclaration' || declaration.source.value !== moduleName) continue;
    const isValue = declaration.importKind !== 'type' && node.importKind !== 'type';
    if (isValue && staticName(node.imported, false) === name) return node.local.name;
  }
  for (const { id, init } of tree.all('VariableDeclarator')) {
    if (id.type !== 'ObjectPattern' || requiredModule(init) !== moduleName) continue;
    for (const property of id.properties)
      if (property.type === 'Property' && staticName(property.key, property.computed) === name)
        if (property.value.type === 'Identifier') return property.value.name;
  }
  return null;
}
