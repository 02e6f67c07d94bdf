import { parseModelName } from '../../catalog/index.js';
import type { CatalogModel } from '../../catalog/schema.js';
import type { Policy } from '../../policy/index.js';
import { nearest } from '../../policy/index.js';
import { didYouMean } from '../../policy/config-error.js';
import type { CommandLine } from '../arguments/command-line.js';
import type { Console } from '../console.js';
import type { ModelRow } from '../follow-ups/model-row.js';
import { toModelRow } from '../follow-ups/model-row.js';
import { projectPolicy } from '../arguments/project-policy.js';
import { modelTable } from '../reporters/model-table.js';
import { styleFor } from '../report/style.js';
import { UsageError } from '../arguments/usage-error.js';

/** Prints what the catalog knows about models on the day, in whatever spelling they are named. */
export function run(line: CommandLine, { cwd, stdout, stderr, env }: Console): number {
  const policy = projectPolicy(line, cwd, {});
  const { rows, problems } =
    line.operands.length === 0
      ? { rows: policy.catalog.models.map((model) => toModelRow(model, null, policy)), problems: [] }
      : findRows(line.operands, policy);
  if (rows.length === 0) throw new UsageError(problems.join('\nbedrock-claude: '));
  for (const problem of problems) stderr.write(`bedrock-claude: ${problem}\n`);
  stdout.write(line.format === 'json' ? toJson(rows, policy) : modelTable(rows, policy, styleFor(stdout, env)));
  return 0;
}

function findRows(spellings: readonly string[], policy: Policy) {
  const rows: ModelRow[] = [];
  const problems: string[] = [];
  for (const spelling of spellings) {
    const found = findModels(spelling, policy);
    if (found.length === 0) problems.push(unknownModel(spelling, policy));
    for (const { model, scope } of found)
      if (!rows.some(({ id }) => id === model.id)) rows.push(toModelRow(model, scope, policy));
  }
  return { rows, problems };
}

interface Found {
  readonly model: CatalogModel;
  readonly scope: string | null;
}

/** A base ID, profile ID, ARN, gateway name, or the name that Anthropic's own API uses; else every model whose name holds the words. */
function findModels(spelling: string, { catalog, profiles }: Policy): readonly Found[] {
  const written = profiles[spelling] ?? spelling;
  const name = parseModelName(written);
  const model = (name === null ? undefined : catalog.findModel(name.base)) ?? catalog.findModelByFirstPartyId(written);
  if (model !== undefined) return [{ model, scope: name?.scope ?? null }];
  // What is written as an ID and is none must not pass for a part of another.
  if (name !== null) return [];
  const part = hyphenated(written);
  return catalog.models
    .filter((each) => [each.id, each.name, ...each.firstPartyIds].some((text) => hyphenated(text).includes(part)))
    .map((each) => ({ model: each, scope: null }));
}

function hyphenated(text: string) {
  return text.toLowerCase().replace(/[ .]/g, '-');
}

function unknownModel(spelling: string, { catalog }: Policy) {
  const base = parseModelName(spelling)?.base;
  const known = catalog.models.flatMap(({ id, firstPartyIds }) => [id, ...firstPartyIds]);
  const suggestion =
    (base === undefined ? undefined : catalog.intendedModel(base)?.id) ?? nearest(base ?? spelling, known);
  return `No model ${JSON.stringify(spelling)} in the catalog of ${catalog.checkedOn}.${didYouMean(suggestion)}`;
}

function toJson(rows: readonly ModelRow[], { asOf, catalog }: Policy) {
  return `${JSON.stringify({ schemaVersion: 1, asOf, catalogVersion: catalog.checkedOn, models: rows }, null, 2)}\n`;
}
