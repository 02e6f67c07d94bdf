import type { Migration } from '../../planner/migration.js';
import type { Policy, RuleSchemas } from '../../policy/index.js';
import { nearest } from '../../policy/index.js';
import { didYouMean } from '../../policy/config-error.js';
import type { ClaudeRule, Preset } from '../../rules/rule-meta.js';
import { rules } from '../../rules/index.generated.js';
import type { CommandLine } from './command-line.js';
import type { Severities } from '../report/severity.js';
import { UsageError } from './usage-error.js';

const PREFIX = 'bedrock-claude/';

/** All rules, in the order in which they come first when repairs overlap. */
export const allRules: readonly ClaudeRule[] = Object.values(rules);

/** Every repair id of every rule. */
const repairIds: readonly string[] = [...new Set(allRules.flatMap(({ meta }) => Object.keys(meta.repairs)))];

/** What a configuration may name of the rules: their repairs, and their options. */
export const knownNames: { readonly repairs: readonly string[]; readonly rules: RuleSchemas } = {
  repairs: repairIds,
  rules: Object.fromEntries(allRules.map(({ name, meta }) => [name, meta.schema[0].properties])),
};

/** The rules of a run: those of the presets that the policy implies, or the ones named, without the ones turned off. */
export function selectRules(line: CommandLine, policy: Policy): readonly ClaudeRule[] {
  const presets = presetsOf(policy);
  return namedRules(line, ({ meta }) => meta.docs.presets.some((preset) => presets.has(preset)));
}

/** The rules of a migration: its own, and those of the presets unless the command line names migrations. */
export function selectMigrationRules(
  line: CommandLine,
  policy: Policy,
  migrations: readonly Migration[],
): readonly ClaudeRule[] {
  const presets = line.has('migration') ? new Set<Preset>() : presetsOf(policy);
  return namedRules(
    line,
    ({ name, meta }) =>
      meta.docs.presets.some((preset) => presets.has(preset)) || migrations.some(({ rules }) => rules.includes(name)),
  );
}

/**
 * The rules that a migration leaves out because others were named. One that `--off` names is not among them: who turns a rule off
 * has answered for what it would say.
 */
export function rulesLeftOut(line: CommandLine, chosen: readonly ClaudeRule[]): readonly ClaudeRule[] {
  if (!line.has('rule') && !line.has('migration')) return [];
  const off = line.valuesOf('off').map(toRule);
  return allRules.filter((rule) => !chosen.includes(rule) && !off.includes(rule));
}

/** What `--rule` names, else what holds without it; nothing that `--off` names. */
function namedRules(line: CommandLine, holds: (rule: ClaudeRule) => boolean) {
  const named = line.valuesOf('rule').map(toRule);
  const off = line.valuesOf('off').map(toRule);
  const chosen = allRules.filter(named.length > 0 ? (rule) => named.includes(rule) : holds);
  const left = chosen.filter((rule) => !off.includes(rule));
  if (left.length > 0) return left;
  throw new UsageError(
    `No rule is left to run: --off names all that --rule, --migration and the presets choose (${chosen.map(({ name }) => name).join(', ')}).`,
  );
}

/** `bedrock-claude/<name>`, as ESLint and reports spell it. */
export function qualified(rule: string): string {
  return PREFIX + rule;
}

export function severitiesOf(chosen: readonly ClaudeRule[]): Severities {
  return new Map(chosen.map(({ name, meta }) => [qualified(name), meta.docs.severity]));
}

/** A rule name or a repair id, for `--only`. */
export function toRuleOrRepair(written: string): string {
  const name = withoutPrefix(written);
  const known = [...allRules.map((rule) => rule.name), ...repairIds];
  if (known.includes(name)) return name;
  throw new UsageError(
    `Unknown rule or repair ${JSON.stringify(written)} (from --only).${didYouMean(nearest(name, known)) || ` A report names them: ${known[0] ?? ''}, ${repairIds[0] ?? ''}.`}`,
  );
}

function toRule(written: string) {
  const name = withoutPrefix(written);
  const found = allRules.find((rule) => rule.name === name);
  if (found !== undefined) return found;
  const known = allRules.map((rule) => rule.name);
  throw new UsageError(
    `Unknown rule ${JSON.stringify(written)}.${didYouMean(nearest(name, known)) || ` Rules: ${known.join(', ')}.`}`,
  );
}

function withoutPrefix(name: string) {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}

function presetsOf({ target, residency }: Policy): ReadonlySet<Preset> {
  const presets = new Set<Preset>(['recommended']);
  if (target === 'latest') presets.add('latest');
  if (residency !== null) presets.add('residency');
  return presets;
}
