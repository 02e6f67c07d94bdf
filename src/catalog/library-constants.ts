import type { ConstantLibrary } from './constant-library.js';
import { libraries } from './library-constants.generated.js';
import { parseLibraryConstants } from './parse-library-constants.js';

/** The part of a file port that this needs. `resolvePackage` takes a package's name with a path inside it. */
export interface PackageFiles {
  read(path: string): string | null;
  resolvePackage(fromPath: string, packageFile: string): string | null;
}

/**
 * The model ID that a library's constant stands for, `null` when it is none. The version installed beside the code
 * decides where there is one; else the newest version when this package was made.
 *
 * @param path what is read from the module, `['aws_bedrock', 'FoundationModelIdentifier', 'ANTHROPIC_CLAUDE_V2']`, or the
 * function and what it is given, `['a', 'ai', 'model', 'Claude Haiku 4.5']`
 */
export function libraryConstant(
  module: string,
  path: readonly string[],
  files: PackageFiles,
  fromPath: string,
): string | null {
  const member = path.at(-1);
  const library = libraryAt(module, path);
  if (!library || member === undefined) return null;
  const installed = installedConstants(library, files, fromPath)?.get(member);
  return installed ?? (Object.hasOwn(library.constants, member) ? (library.constants[member] ?? null) : null);
}

/** The library that a constant is read from. */
export function libraryAt(module: string, path: readonly string[]): ConstantLibrary | undefined {
  const holder = path.slice(0, -1).join('.');
  return libraries.find(({ exports }) => exports.some((one) => one.module === module && one.path === holder));
}

interface ParsedFile {
  readonly text: string;
  readonly constants: ReadonlyMap<string, string>;
}

const parsedFiles = new WeakMap<PackageFiles, Map<string, ParsedFile>>();

/** The constants of the version installed beside the code, by name; `null` where none is. */
export function installedConstants(
  library: ConstantLibrary,
  files: PackageFiles,
  fromPath: string,
): ReadonlyMap<string, string> | null {
  const path = files.resolvePackage(fromPath, `${library.package}/${library.file}`);
  const text = path === null ? null : files.read(path);
  if (path === null || text === null) return null;
  const parsed = parsedFiles.get(files) ?? new Map<string, ParsedFile>();
  parsedFiles.set(files, parsed);
  const known = parsed.get(path);
  // An editor outlives the installation of another version.
  if (known?.text === text) return known.constants;
  const constants = parseLibraryConstants(text, library.names);
  parsed.set(path, { text, constants });
  return constants;
}
