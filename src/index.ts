import { createRequire } from 'node:module';
import { catalog } from './catalog/index.js';
import { createConfigs } from './configs.js';
import type { Configs, PluginCore } from './configs.js';
import { text } from './languages/text.js';
import { DEFAULT_WARN_WITHIN_DAYS, today } from './policy/index.js';
import { rules } from './rules/index.generated.js';

export type { Configs, PluginCore, PresetConfig } from './configs.js';
export type { ClaudeRule } from './rules/rule-meta.js';

/** The ESLint plugin `bedrock-claude`. */
export interface Plugin extends PluginCore<typeof rules> {
  readonly configs: Configs;
}

const core: PluginCore<typeof rules> = {
  meta: { name: 'eslint-plugin-bedrock-claude', version: readVersion(), namespace: 'bedrock-claude' },
  rules,
  languages: { text },
};

/** One object throughout: ESLint refuses two plugins of one namespace, and presets refer to theirs. */
const plugin: Plugin = Object.assign(core, {
  configs: createConfigs(core, catalog.lastLifecycleEvent(today(), DEFAULT_WARN_WITHIN_DAYS)),
});

export default plugin;

// `require()` of an ES module gives this export itself, so CommonJS users need no `.default`.
export { plugin as 'module.exports' };

function readVersion() {
  // The file is our own package.json, beside `src` and beside `dist`.
  const { version } = createRequire(import.meta.url)('../package.json') as { version: string };
  return version;
}
