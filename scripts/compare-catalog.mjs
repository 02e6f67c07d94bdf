// Compares the catalog with the Claude IDs that the newest SDKs and CDK libraries type, and fails on any that it can
// neither classify (a known model, bare or in a scope that it offers) nor explain (src/catalog/known-typos.json).
// Downloads the packages from the npm registry; nothing of them is installed or run.
//   node scripts/compare-catalog.mjs [package[@version]…]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from './packages/import-typescript.mjs';
import { filesBelow, withPackedPackage } from './packages/packed-package.mjs';

const packages = [
  '@ai-sdk/amazon-bedrock',
  '@anthropic-ai/sdk',
  '@anthropic-ai/bedrock-sdk',
  'aws-cdk-lib',
  '@aws-cdk/aws-bedrock-alpha',
];
// Model IDs stand in code and declarations; comments and documents elsewhere show made-up ones.
const isCode = (path) => /\.(d\.[cm]?ts|[cm]?js)$/.test(path) && !/(^|\/)(node_modules|tests?)\//.test(path);

const { catalog, scanModelNames } = await importTypeScript('src/catalog/index.ts');
const explained = JSON.parse(readFileSync(new URL('../src/catalog/known-typos.json', import.meta.url), 'utf8'));

const chosen = process.argv.slice(2);
let unexplained = 0;
for (const name of chosen.length > 0 ? chosen : packages) withPackedPackage(name, compare);
process.exitCode = unexplained > 0 ? 1 : 0;

function compare({ name, version, root }) {
  const ids = idsIn(root);
  const verdicts = [...ids].map(([id, path]) => ({ id, path, ...judge(id) }));
  console.log(`${name} (${version}): ${ids.size} IDs of Claude on Bedrock`);
  for (const { id, path, problem } of verdicts) {
    if (problem === null) continue;
    const reason = explained[id];
    if (reason === undefined) unexplained += 1;
    console.log(
      `  ${id} (${path}): ${reason === undefined ? `${problem}, unexplained` : `${problem}, known: ${reason}`}`,
    );
  }
}

/** Every ID with the first file that names it. */
function idsIn(root) {
  const ids = new Map();
  for (const path of filesBelow(root, isCode)) {
    for (const { name } of scanModelNames(readFileSync(join(root, path), 'utf8'))) {
      if (name.base === '' || name.wildcard || name.scope === '*') continue;
      const id = `${name.scope === null ? '' : `${name.scope}.`}${name.base}`;
      if (!ids.has(id)) ids.set(id, path);
    }
  }
  return ids;
}

function judge(id) {
  const dot = id.indexOf('anthropic.');
  const scope = id.slice(0, Math.max(0, dot - 1));
  const model = catalog.findModel(id.slice(dot));
  if (!model) return { problem: catalog.mayBeNewer(id.slice(dot)) ? 'newer than the catalog' : 'no known model' };
  const isOffered = scope === '' || model.invocation.profiles.includes(scope);
  return { problem: isOffered ? null : `${model.name} has no ${scope} profile in the catalog` };
}
