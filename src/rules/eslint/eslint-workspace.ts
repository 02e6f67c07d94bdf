import { parseDay } from '../../catalog/day.js';
import type { Day } from '../../catalog/schema.js';
import type { FilePort } from '../../documents/document.js';
import { ConfigError, today } from '../../policy/index.js';
import type { Policy, WrittenOptions } from '../../policy/index.js';
import { createFilePort } from '../../project/file-port.js';
import type { RuleContext } from './eslint-contract.js';
import { readPolicy } from './read-policy.js';

/** What holds for every file of a working directory under one ESLint configuration. */
export interface Workspace {
  readonly policy: Policy;
  readonly files: FilePort;
}

const KEY = 'bedrock-claude';

/** Workspaces by settings object, then by working directory: ESLint hands the same object to every file of a configuration. */
const workspaces = new WeakMap<object, Map<string, Workspace>>();

/** What the team wants: `settings["bedrock-claude"]` over the nearest configuration file over the defaults. */
export function workspaceOf({ settings, cwd }: RuleContext): Workspace {
  const byDirectory = workspaces.get(settings) ?? new Map<string, Workspace>();
  workspaces.set(settings, byDirectory);
  const known = byDirectory.get(cwd);
  if (known !== undefined) return known;
  const files = createFilePort(cwd);
  const { presetDay, ...own } = ownSettings(settings);
  const workspace = { policy: readPolicy(cwd, { settings: own }, toDay(presetDay)), files };
  byDirectory.set(cwd, workspace);
  return workspace;
}

/** The day the presets put there; today without them. */
function toDay(presetDay: unknown): Day {
  return (typeof presetDay === 'string' ? parseDay(presetDay) : null) ?? today();
}

function ownSettings(settings: object): WrittenOptions {
  const own: unknown = KEY in settings ? settings[KEY] : {};
  if (typeof own === 'object' && own !== null && !Array.isArray(own)) return { ...own };
  throw new ConfigError(`Expected \`settings["${KEY}"]\` to be an object of options, got \`${JSON.stringify(own)}\`.`);
}
