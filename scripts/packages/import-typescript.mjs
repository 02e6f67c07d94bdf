import { build } from 'esbuild';

/** Imports a TypeScript module of this repository, which Node 20 cannot do by itself. `path` is relative to the root. */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../${path}`, import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
