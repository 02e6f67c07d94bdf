import { libraryProfiles } from '../../../catalog/library-profiles.js';
import type { SymbolUse } from '../../symbol-use.js';
import { importedName } from '../modules/bindings.js';
import { namesFoundationModel } from '../arns/foundation-model-places.js';
import type { Reach } from '../values/objects.js';
import { packageFiles } from '../modules/package-files.js';
import type { Node, SyntaxTree } from '../syntax/syntax-tree.js';
import { staticName } from '../syntax/unwrap.js';

/** What code does with the constant `node`; `null` where nothing else can stand there. */
export function symbolUse(tree: SyntaxTree, node: Node, reach: Reach): SymbolUse | null {
  const imported = importedName(tree, node);
  if (node.type !== 'MemberExpression' || !imported || reach.modules.isOwn(tree.path, imported.module)) return null;
  const { object } = node;
  const found = idUse(tree, node, reach) ?? profileUse(tree, node);
  if (!found) return null;
  const names = object.type === 'MemberExpression' ? `${tree.text.slice(...object.object.range)}.` : '';
  return {
    ...found,
    holder: tree.text.slice(...object.range),
    namespace: names,
    module: imported.module,
    ...libraryProfiles(imported.module, imported.path, packageFiles(reach), tree.path),
  };
}

/** The geography of the profile that `new BedrockFoundationModel('…')` around a text is the model of; `null` where it is in none. */
export function profileOf(tree: SyntaxTree, text: Node): string | null {
  const model = tree.parentOf(text);
  if (model?.type !== 'NewExpression' || model.arguments[0] !== text) return null;
  const isModel = importedName(tree, model.callee)?.path.at(-1) === 'BedrockFoundationModel';
  return isModel ? (profileUse(tree, model)?.scope ?? null) : null;
}

type Use = Pick<SymbolUse, 'kind' | 'range' | 'scope'>;

/** `{ MODEL_ID: FoundationModelIdentifier.X.modelId }`: a setting, not a part of an ARN. */
function idUse(tree: SyntaxTree, node: Node, reach: Reach): Use | null {
  const read = tree.parentOf(node);
  if (read?.type !== 'MemberExpression' || read.object !== node) return null;
  const setting = tree.parentOf(read);
  const isSetting =
    staticName(read.property, read.computed) === 'modelId' && setting?.type === 'Property' && setting.value === read;
  if (!isSetting || !/model_?id$/i.test(staticName(setting.key, setting.computed) ?? '')) return null;
  return namesFoundationModel(tree, read, reach) ? null : { kind: 'id', range: read.range, scope: null };
}

function profileUse(tree: SyntaxTree, node: Node): Use | null {
  const declared = tree.parentOf(node);
  if (declared?.type !== 'VariableDeclarator' || declared.id.type !== 'Identifier') {
    const use = useAt(tree, node);
    return use && use.kind !== 'grant' ? { ...use, range: node.range } : null;
  }
  const uses = (tree.variableOf(declared.id)?.references ?? [])
    .filter(({ init }) => !init)
    .map(({ identifier }) => useAt(tree, identifier));
  if (uses.length === 0 || uses.includes(null)) return null;
  const profiled = uses.filter((use) => use?.kind === 'profiled');
  const rest = uses.filter((use) => use?.kind !== 'profiled');
  if (profiled.length === 0)
    return rest.every((use) => use?.kind === 'construct') ? { ...construct, range: node.range } : null;
  // A construct needs the profile, and the profile needs the model: one text can't be both.
  const [first] = profiled;
  const isOne = profiled.every((use) => use.scope === first?.scope) && rest.every((use) => use?.kind === 'grant');
  return first && isOne ? { kind: 'profiled', scope: first.scope, range: node.range } : null;
}

const construct = { kind: 'construct', scope: null } as const;

type UseAt =
  | { readonly kind: 'profiled'; readonly scope: string }
  | { readonly kind: 'construct'; readonly scope: null }
  | { readonly kind: 'grant'; readonly scope: null };

function useAt(tree: SyntaxTree, node: Node): UseAt | null {
  const parent = tree.parentOf(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    const method = staticName(parent.property, parent.computed);
    const call = tree.parentOf(parent);
    if (call?.type !== 'CallExpression' || call.callee !== parent) return null;
    // A profile has no such method.
    if (method === 'grantInvokeAllRegions') return { kind: 'grant', scope: null };
    return method === 'grantInvoke' ? construct : null;
  }
  if (parent?.type !== 'Property' || parent.value !== node) return null;
  const options = tree.parentOf(parent);
  const taker = options ? tree.parentOf(options) : null;
  const name = staticName(parent.key, parent.computed);
  if (options?.type !== 'ObjectExpression') return null;
  if (taker?.type === 'NewExpression' && name === 'foundationModel')
    return importedName(tree, taker.callee)?.path.at(-1) === 'Agent' ? construct : null;
  if (taker?.type !== 'CallExpression' || name !== 'model') return null;
  const path = importedName(tree, taker.callee)?.path ?? [];
  if (path.slice(-2).join('.') !== 'CrossRegionInferenceProfile.fromConfig') return null;
  const scope = scopeOf(options);
  return scope === null ? null : { kind: 'profiled', scope };
}

/** `geoRegion: CrossRegionInferenceProfileRegion.US` */
function scopeOf(options: Node): string | null {
  if (options.type !== 'ObjectExpression') return null;
  for (const property of options.properties) {
    if (property.type !== 'Property' || staticName(property.key, property.computed) !== 'geoRegion') continue;
    const { value } = property;
    const member = value.type === 'MemberExpression' ? staticName(value.property, value.computed) : null;
    return member === null ? null : member.toLowerCase().replace('_', '-');
  }
  return null;
}
