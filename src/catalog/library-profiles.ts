import type { ConstantLibrary } from './constant-library.js';
import type { PackageFiles } from './library-constants.js';
import { installedConstants, libraryAt } from './library-constants.js';

/** What a library has for inference profiles. */
export interface LibraryProfiles {
  /** Constants of the version installed beside the code, by ID; none where it is not known. */
  readonly members: Readonly<Record<string, string>>;
  /** Constants for the geographies of profiles, by scope: those of the installed version, or those that every version has. */
  readonly scopes: Readonly<Record<string, string>>;
}

/** What the library whose constant is read has for profiles; no scopes where it knows no profiles. */
export function libraryProfiles(
  module: string,
  path: readonly string[],
  files: PackageFiles,
  fromPath: string,
): LibraryProfiles {
  const library = libraryAt(module, path);
  const installed = library ? installedConstants(library, files, fromPath) : null;
  return {
    members: Object.fromEntries([...(installed ?? [])].map(([member, id]) => [id, member])),
    scopes: library?.profiles ? (installedScopes(library, files, fromPath) ?? library.profiles.scopes) : {},
  };
}

// `CrossRegionInferenceProfileRegion["US"] = "us"`
const scopeMember = /\w{1,60}Region\[["'](\w{1,20})["']\] ?= ?["']([a-z-]{2,10})["']/g;

function installedScopes({ package: name, profiles }: ConstantLibrary, files: PackageFiles, fromPath: string) {
  const path = profiles ? files.resolvePackage(fromPath, `${name}/${profiles.file}`) : null;
  const text = path === null ? null : files.read(path);
  return text === null
    ? null
    : Object.fromEntries([...text.matchAll(scopeMember)].map(([, member = '', scope = '']) => [scope, member]));
}
