// Compiles the type tests of the runtime package against its declarations, with the TypeScript versions that it supports:
//   node scripts/type-test.mjs               the installed one
//   node scripts/type-test.mjs 5.4 5.9 7     those, from the npm registry
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-types-'));
const installed = path.join(root, 'node_modules/typescript');
const program = {
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
};

try {
  const withoutSdk = project('without-sdk', { ...program, types: [], skipLibCheck: false });
  // Declarations of the SDK are not ours to check.
  const withSdk = project('with-sdk', { ...program, types: ['node'], skipLibCheck: true });
  for (const name of ['@aws-sdk', '@types']) link(name, withSdk);

  for (const version of process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['installed']) {
    const typescript = version === 'installed' ? installed : install(version);
    for (const folder of [withoutSdk, withSdk]) {
      run(process.execPath, [path.join(typescript, 'bin/tsc'), '-p', folder], `TypeScript ${version}`);
    }
    console.log(`TypeScript ${version}: ok`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** A program of a user's, with nothing but this package installed. */
function project(name, compilerOptions) {
  const folder = path.join(scratch, name);
  const runtime = path.join(folder, 'node_modules/bedrock-claude-runtime');
  mkdirSync(runtime, { recursive: true });
  cpSync(path.join(root, `tests/package/consumer/types/${name}.ts`), path.join(folder, `${name}.ts`));
  cpSync(path.join(root, 'src/runtime/package.json'), path.join(runtime, 'package.json'));
  const emit = ['--emitDeclarationOnly', '--outDir', path.join(runtime, 'dist')];
  run(
    process.execPath,
    [path.join(installed, 'bin/tsc'), '-p', path.join(root, 'src/runtime'), ...emit],
    'Declarations',
  );
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
  return folder;
}

function link(name, folder) {
  symlinkSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
}

function install(version) {
  const folder = path.join(scratch, `typescript-${version}`);
  mkdirSync(folder);
  const options = ['--prefix', folder, '--no-save', '--prefer-offline', '--no-audit', '--no-fund', '--silent'];
  run('npm', ['install', ...options, `typescript@${version}`], `npm install typescript@${version}`);
  return path.join(folder, 'node_modules/typescript');
}

function run(command, args, what) {
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: scratch,
    encoding: 'utf8',
    // On Windows npm is a `.cmd` file, which only a shell starts.
    shell: process.platform === 'win32' && command !== process.execPath,
  });
  if (status !== 0) throw new Error(`${what} failed\n${error?.message ?? stdout}`);
}
