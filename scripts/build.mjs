// Builds both packages: modules and declarations by tsc, then the command line as a bundle, because starting it must cost next to nothing.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outFolder = resolve(root, process.argv[2] ?? 'dist');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

for (const options of [['tsconfig.build.json', '--outDir', outFolder], ['src/runtime']]) {
  const { status } = spawnSync(process.execPath, [tsc, '--noEmitOnError', '-p', ...options], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
rmSync(`${outFolder}/cli`, { recursive: true, force: true });
const shared = {
  absWorkingDir: root,
  outdir: `${outFolder}/cli`,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
};
/** What the plugins below have not come across yet: a file that was moved would be bundled as it is, and only be slower. */
const awaited = new Set();
const { metafile } = await build({
  ...shared,
  entryPoints: ['src/cli/commands.ts'],
  entryNames: '[name]-[hash]',
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  define: { 'import.meta.url': 'bundleUrl' },
  // A function, as `load-commands.ts` runs it; esbuild writes ASCII, which it reads without decoding.
  banner: { js: '(function (module, require, bundleUrl) {' },
  footer: { js: '})' },
  // Loaded on first use.
  external: ['yaml', 'jsonc-parser', 'tinyglobby', 'toml-eslint-parser'],
  plugins: [
    { name: 'lazy-scope-analysis', setup: bundleScopeAnalysis },
    { name: 'lazy-parser', setup: bundleParser },
  ],
  metafile: true,
});
if (awaited.size > 0) throw new Error(`No file of the bundle matches ${[...awaited].join(', ')}.`);
const [commandsBundle] = Object.keys(metafile.outputs).map((file) => basename(file));
// CommonJS as well: Node's loader of modules costs a tenth of a start.
await build({
  ...shared,
  entryPoints: ['src/cli/bin.ts'],
  format: 'cjs',
  define: { 'import.meta.url': 'binUrl', COMMANDS_BUNDLE: JSON.stringify(`./${commandsBundle}`) },
  banner: { js: "const binUrl = require('node:url').pathToFileURL(__filename).href;" },
});
writeFileSync(`${outFolder}/cli/package.json`, '{ "type": "commonjs" }\n');

/**
 * The scope manager is some 180 files, most of them declarations of the browser's globals, which the facts never ask for. In the bundle it is one
 * lazily evaluated module without them.
 */
function bundleScopeAnalysis({ onLoad }) {
  onFile(onLoad, /[/\\]syntax[/\\]scope-analysis\.ts$/, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const line = 'const require = createRequire(import.meta.url);';
    if (!text.includes(line)) throw new Error(`${path} no longer holds "${line}".`);
    return { contents: text.replace(line, ''), loader: 'ts' };
  });
  onFile(onLoad, /scope-manager[/\\]dist[/\\]lib[/\\]index\.js$/, () => ({
    contents: 'exports.lib = new Map();',
    loader: 'js',
  }));
}

/** The parser's own modules are in the bundle, compiled with it; what they load is still found from where the package is installed. */
function bundleParser({ onLoad }) {
  onFile(onLoad, /[/\\]syntax[/\\]parse\.ts$/, async ({ path }) => ({
    contents: await replaced(path, "loadPackage('oxc-parser')", "require('oxc-parser')"),
    loader: 'ts',
  }));
  onFile(onLoad, /oxc-parser[/\\]src-js[/\\]bindings\.js$/, async ({ path }) => ({
    contents: await replaced(
      path,
      /createRequire\(import\.meta\.url\);?/,
      "createRequire(createRequire(import.meta.url).resolve('oxc-parser'));",
    ),
    loader: 'js',
  }));
  // It hands over what each file imports and exports, which nothing here asks for and which takes a third as long as parsing.
  onFile(onLoad, /oxc-parser[/\\]src-js[/\\]wrap\.js$/, async ({ path }) => ({
    contents: (
      await replaced(path, 'const { module, comments, errors } = result;', 'const { comments, errors } = result;')
    ).replace(/^ {4}module,\n/m, ''),
    loader: 'js',
  }));
}

function onFile(onLoad, filter, load) {
  awaited.add(String(filter));
  onLoad({ filter }, (file) => {
    awaited.delete(String(filter));
    return load(file);
  });
}

async function replaced(path, wanted, replacement) {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(wanted, replacement);
  if (changed === text) throw new Error(`${path} no longer holds ${wanted}.`);
  return changed;
}
