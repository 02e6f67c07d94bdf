import { type ImportedName, importedName } from '../modules/bindings.js';
import { globalName } from '../syntax/globals.js';
import { libraryName } from '../modules/imported-from.js';
import { unwrap } from '../syntax/unwrap.js';
import { isConstant } from './compose.js';
import { inside, type Reading, type Spot } from './spot.js';

const schemaLibraries = /^(?:zod|valibot|@sinclair\/typebox|arktype|effect)(?:\/|$)/;
const fileModules = /^(?:node:)?fs(?:\/promises)?$|^fs-extra$/;
const folders = new Set(['__dirname', '__filename', 'import.meta.url', 'import.meta.dirname', 'import.meta.filename']);

/**
 * Whether an expression that can't be read says the same on every call: a setting of the environment, a constant of a package, the text of a file
 * that is read from a fixed place, a schema. How long it is, nobody knows.
 */
export function isConstantSource(spot: Spot, reading: Reading): boolean {
  const { tree } = spot;
  const { modules } = reading.reach;
  const node = unwrap(spot.node);
  const global = globalName(tree, node);
  if (global !== null) return /^(?:process|import\.meta|Bun)\.env\.\w+$/.test(global) || folders.has(global);
  switch (node.type) {
    case 'Identifier':
      return isOfPackage(importedName(tree, node), (specifier) => modules.isOwn(tree.path, specifier));
    case 'CallExpression':
      return isSchema(spot, reading) || isFixedFile(spot, reading);
    default:
      return false;
  }
}

/** A name that is imported by itself: what a module of the project goes on writing to is read there. */
function isOfPackage(name: ImportedName | null, isOwn: (specifier: string) => boolean) {
  return name?.path.length === 1 && !isOwn(name.module);
}

/** `z.object(…).strict()`: what a schema library makes of constants. */
function isSchema(spot: Spot, { reach }: Reading): boolean {
  let node = unwrap(spot.node);
  while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
    node = unwrap(node.type === 'CallExpression' ? node.callee : node.object);
    if (schemaLibraries.test(libraryName({ tree: spot.tree, node }, reach)?.module ?? '')) return true;
  }
  return false;
}

/** `readFileSync('prompt.md', 'utf8')`, `(await readFile(new URL('./prompt.md', import.meta.url))).toString()`. */
function isFixedFile(spot: Spot, reading: Reading): boolean {
  const node = unwrap(spot.node);
  if (node.type !== 'CallExpression') return false;
  const callee = unwrap(node.callee);
  const name = libraryName({ tree: spot.tree, node: callee }, reading.reach);
  if (name && fileModules.test(name.module) && /^readFile(?:Sync)?$/.test(name.path.at(-1) ?? ''))
    return spot.scope.isOnce || isFixedPath(inside(spot, node.arguments[0] ?? node), reading);
  if (callee.type !== 'MemberExpression') return false;
  const receiver = unwrap(callee.object);
  const made = receiver.type === 'AwaitExpression' ? receiver.argument : receiver;
  return isFixedFile(inside(spot, made), reading);
}

/** A path that is put together from texts and the folder of the module. */
function isFixedPath(spot: Spot, reading: Reading): boolean {
  const node = unwrap(spot.node);
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return isConstant(reading.text(spot));
  const module = libraryName({ tree: spot.tree, node: node.callee }, reading.reach)?.module ?? '';
  const isPath =
    /^(?:node:)?(?:path|url)$/.test(module) ||
    globalName(spot.tree, node.callee) === 'URL' ||
    globalName(spot.tree, node.callee) === 'process.cwd';
  return isPath && node.arguments.every((argument) => isFixedPath(inside(spot, argument), reading));
}
