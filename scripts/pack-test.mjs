// Packs both packages, checks the tarballs, installs them in an empty folder outside the repository, and uses them
// there as an ESM, a CJS and a TypeScript user would, on every Node line we support. Expects `npm run build` to have run.
// With `--eslint <range>` that ESLint is installed from npm and used on the running Node alone.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nodeVersions } from './node-versions.mjs';

const root = path.join(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules/.bin');
const { eslint } = parseArgs({ options: { eslint: { type: 'string' } } }).values;
const scratch = mkdtempSync(path.join(tmpdir(), 'bedrock-claude-pack-'));

try {
  const tarballs = [pack('.'), pack('src/runtime')];
  for (const tarball of tarballs) {
    run(path.join(bin, 'publint'), ['run', tarball, '--strict']);
    run(path.join(bin, 'attw'), [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color', '--format', 'ascii']);
  }
  const consumer = installInto('consumer', tarballs);
  const alone = installAlone(tarballs[1]);
  const versions = eslint ? [{ version: process.versions.node, executable: process.execPath }] : nodeVersions();
  for (const { version, executable } of versions) {
    console.log(`Node ${version}`);
    for (const file of ['esm.mjs', 'cjs.cjs', 'command-line.mjs']) run(executable, [file], consumer);
    run(executable, ['readme.mjs'], alone);
  }
  run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], consumer);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function pack(directory) {
  // `prepare` would build once more.
  const output = run(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch],
    path.join(root, directory),
  );
  const [{ filename, files, unpackedSize }] = [JSON.parse(output)].flatMap((packed) => Object.values(packed));
  const strays = files.map((file) => file.path).filter((file) => /(^|\/)(tests?|fixtures)\/|\.tsbuildinfo$/.test(file));
  if (strays.length > 0) throw new Error(`${filename} holds ${strays.join(', ')}`);
  for (const needed of ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts']) {
    if (!files.some((file) => file.path === needed)) throw new Error(`${filename} holds no ${needed}`);
  }
  console.log(`${filename}: ${files.length} files, ${Math.round(unpackedSize / 1000)} kB unpacked`);
  return path.join(scratch, filename);
}

function installInto(name, tarballs) {
  const folder = path.join(scratch, name);
  mkdirSync(folder);
  cpSync(path.join(root, 'tests/package/consumer'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, private: true }));
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=peer'];
  run('npm', [...install, ...tarballs, ...(eslint ? [`eslint@${eslint}`] : [])], folder);
  if (eslint) return folder;
  // ESLint is a peer: users bring their own. Both of ours stand in for it.
  for (const peer of ['eslint', 'eslint9']) {
    symlinkSync(path.join(root, 'node_modules', peer), path.join(folder, 'node_modules', peer), 'junction');
  }
  return folder;
}

/** The runtime in a project of its own. The SDK is a peer: users bring it. */
function installAlone(tarball) {
  const folder = path.join(scratch, 'alone');
  mkdirSync(folder);
  cpSync(path.join(root, 'tests/package/alone'), folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'alone', private: true }));
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=peer', tarball], folder);
  const installed = readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  if (installed.join() !== 'bedrock-claude-runtime')
    throw new Error(`the runtime brings along ${installed.join(', ')}`);
  symlinkSync(path.join(root, 'node_modules/@aws-sdk'), path.join(folder, 'node_modules/@aws-sdk'), 'junction');
  return folder;
}

function run(program, args, cwd = scratch) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // On Windows the programs are `.cmd` files, which only a shell starts.
    shell: process.platform === 'win32' && program !== process.execPath,
  });
  if (status === 0) return stdout;
  throw new Error(`${path.basename(program)} ${args.join(' ')} failed\n${error?.message ?? ''}${stdout}${stderr}`);
}
