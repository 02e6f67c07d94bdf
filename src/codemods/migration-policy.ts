import type { Migration } from '../planner/migration.js';
import { ConfigError } from '../policy/index.js';
import type { Policy, WrittenOptions } from '../policy/index.js';

/**
 * The policy of a run of migrations: what they set goes over the configuration file, as what a person writes for the run does.
 *
 * @param written what a person wrote for this run
 * @param create makes a policy of what is written for the run
 * @throws ConfigError where the two contradict each other, or residency forbids what a migration is for
 */
export function migrationPolicy(
  migrations: readonly Migration[],
  written: WrittenOptions,
  create: (written: WrittenOptions) => Policy,
): Policy {
  const own: Record<string, string> = {};
  for (const { name, options = {} } of migrations)
    for (const [option, value] of Object.entries(options)) {
      refuseContradiction(name, option, value, written[option]);
      own[option] = value;
    }
  if (Object.keys(own).length === 0) return create(written);
  const { residency } = create(written);
  if (residency !== null && own['profile'] !== undefined && !residency.some((scope) => scope === own['profile']))
    throw new ConfigError(
      `The migration ${migrations.find(({ options }) => options?.['profile'] !== undefined)?.name} moves requests to the \`${own['profile']}\` profile, ` +
        `which \`residency\` [${residency.map((scope) => JSON.stringify(scope)).join(', ')}] does not allow.`,
    );
  return create({ ...written, ...own });
}

function refuseContradiction(name: string, option: string, value: string, written: unknown) {
  if (written === undefined || written === value) return;
  throw new ConfigError(
    `The migration ${name} sets \`${option}\` to ${JSON.stringify(value)}, and --${option} says ${JSON.stringify(written)}: leave out one of them.`,
  );
}
