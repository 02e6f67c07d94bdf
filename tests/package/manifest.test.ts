import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

interface Manifest {
  readonly engines: { readonly node: string };
  readonly files: readonly string[];
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

function readManifest(directory: string): Manifest {
  // npm reads the same file and holds it to its own schema.
  return JSON.parse(readFileSync(path.join(root, directory, 'package.json'), 'utf8')) as Manifest;
}

function sourcesUnder(directory: string): readonly string[] {
  return readdirSync(path.join(root, directory), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('dist'))
    .map((file) => path.join(root, directory, file));
}

/** Specifiers of import and export declarations and of dynamic imports. */
function specifiersOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ].flatMap(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? []);
}

describe.each(['.', 'src/runtime'])('%s/package.json', (directory) => {
  const { exports, files, bin = {} } = readManifest(directory);

  it('packs everything it points at', () => {
    const targets = [
      ...Object.values(exports).flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target))),
      ...Object.values(bin),
    ].filter((target) => target !== './package.json');
    expect(targets).not.toHaveLength(0);
    for (const target of targets) {
      expect(
        files.some((file) => target === `./${file}` || target.startsWith(`./${file}/`)),
        target,
      ).toBe(true);
    }
  });
});

describe('the plugin', () => {
  const manifest = readManifest('.');

  it('is tested beside both majors of ESLint that it accepts', () => {
    const { eslint, eslint9 } = manifest.devDependencies ?? {};
    expect(manifest.peerDependencies).toEqual({ eslint: '^9.38.0 || ^10.0.0' });
    expect(eslint).toMatch(/^10\./);
    expect(eslint9).toMatch(/^npm:eslint@9\./);
  });

  it('keeps every typescript-eslint package on one version: two copies of their types do not meet', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([name]) => name === 'typescript-eslint' || name.startsWith('@typescript-eslint/'))
      .map(([, version]) => version);
    expect(new Set(versions).size).toBe(1);
  });
});

describe('package-lock.json', () => {
  interface Entry {
    readonly version?: string;
    readonly link?: boolean;
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  // npm reads the same file and holds it to its own schema.
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Entry>>;
  };

  // npm leaves out what a registry could not serve, and `npm ci` then refuses the lock file on every machine.
  it('names the binaries of every system, not only of the one it was written on', () => {
    const listed = new Set(
      Object.entries(packages).map(([at, { version = '' }]) => `${at.replace(/^.*node_modules\//, '')}@${version}`),
    );
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.entries(optionalDependencies).filter(([, version]) => /^\d/.test(version)),
    );
    expect(wanted).not.toHaveLength(0);
    expect(wanted.map(([name, version]) => `${name}@${version}`).filter((binary) => !listed.has(binary))).toEqual([]);
  });
});

describe('the runtime', () => {
  const manifest = readManifest('src/runtime');
  const sdk = '@aws-sdk/client-bedrock-runtime';

  it('depends on nothing; the SDK lends it types where there is one', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(Object.keys(manifest.peerDependencies ?? {})).toEqual([sdk]);
    expect(manifest.peerDependenciesMeta).toEqual({ [sdk]: { optional: true } });
  });

  it('imports only its own files, and the SDK for its types in one of them', () => {
    const sources = sourcesUnder('src/runtime/src');
    expect(sources).not.toHaveLength(0);
    for (const file of sources) {
      const isTypes = path.basename(file) === 'sdk-types.ts';
      expect(
        specifiersOf(file).filter((specifier) => !/^\.\/[^/]+\.js$/.test(specifier)),
        file,
      ).toEqual(isTypes ? [sdk] : []);
    }
    expect(readFileSync(path.join(root, 'src/runtime/src/sdk-types.ts'), 'utf8')).not.toMatch(
      /^(?:import|export) (?!type)/m,
    );
  });
});
