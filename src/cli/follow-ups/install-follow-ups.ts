import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { enumerate } from '../report/enumerate.js';
import type { FollowUp } from '../report/report.js';
import type { RuntimeDependency } from '../changes/runtime-dependency.js';
import { runtimePackage } from '../changes/runtime-range.generated.js';

/** The command that each lock file belongs to. */
const CLIENTS = {
  'pnpm-lock.yaml': 'pnpm install',
  'yarn.lock': 'yarn install',
  'bun.lock': 'bun install',
  'bun.lockb': 'bun install',
  'package-lock.json': 'npm install',
  'npm-shrinkwrap.json': 'npm install',
} as const;

/** What is left to do so that the imports of repairs are found. */
export function installFollowUps(dependencies: readonly RuntimeDependency[], root: string): readonly FollowUp[] {
  const added = dependencies.flatMap(({ change }) => change?.file ?? []);
  const missing = dependencies.filter(({ change }) => change === null);
  return [
    ...(added.length === 0 ? [] : [install(added, root)]),
    ...missing.map(({ manifest, importers }): FollowUp => ({
      id: 'addDependency',
      title: `Add ${runtimePackage.name}`,
      detail: `${enumerate(importers)} ${importers.length === 1 ? 'imports' : 'import'} ${runtimePackage.name}, and ${manifest === null ? 'no package.json above names dependencies' : `${manifest} could not be extended`}: install ${runtimePackage.name}@${runtimePackage.range} where the code is deployed from.`,
    })),
  ];
}

function install(manifests: readonly string[], root: string): FollowUp {
  const commands = [...new Set(manifests.map((manifest) => commandFor(join(root, dirname(manifest)))))];
  return {
    id: 'install',
    title: `Install ${runtimePackage.name}`,
    detail: `Repaired code imports it, and ${enumerate(manifests)} ${manifests.length === 1 ? 'names' : 'name'} it now: run ${enumerate(commands)}.`,
  };
}

/** By the nearest lock file, which in a workspace lies above; up to the root of the repository. */
function commandFor(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    for (const [file, command] of Object.entries(CLIENTS)) if (existsSync(join(at, file))) return command;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return 'npm install';
  }
}
