import type { Day } from './catalog/schema.js';
import type { Format } from './documents/document.js';
import type { text } from './languages/text.js';
import type { ClaudeRule, Preset } from './rules/rule-meta.js';

/** The plugin without its presets, which refer to it. */
export interface PluginCore<Rules extends Readonly<Record<string, ClaudeRule>> = Readonly<Record<string, ClaudeRule>>> {
  readonly meta: { name: string; version: string; namespace: string };
  readonly rules: Rules;
  readonly languages: { text: typeof text };
}

/** One object of an ESLint configuration. */
export interface PresetConfig {
  name: string;
  files: string[];
  language?: string;
  plugins: Record<string, PluginCore>;
  settings: { 'bedrock-claude': { presetDay: Day; target?: 'latest' } };
  rules: Record<string, 'error' | 'warn' | 'off'>;
}

/** The ways to enable rules: by what a team wants in JavaScript and TypeScript, and by file type. */
export type Configs = Record<Preset | FileType, PresetConfig>;

type FileType = 'json' | 'yaml' | 'toml' | 'markdown' | 'text';

const NAMESPACE = 'bedrock-claude';

const JAVASCRIPT = ['js', 'jsx', 'mjs', 'cjs', 'ts', 'tsx', 'mts', 'cts'];

/**
 * Presets computed from the rules' own `meta`.
 *
 * @param presetDay the last day on which a verdict changed. It is part of the configuration, so what `eslint --cache` kept
 * goes stale on the day a verdict changes, and on no other. An `asOf` of the team's own, wherever it stands, wins over it.
 */
export function createConfigs(plugin: PluginCore, presetDay: Day): Configs {
  const preset = (name: string, rest: Pick<PresetConfig, 'files' | 'language' | 'rules'>): PresetConfig => ({
    name: `${NAMESPACE}/${name}`,
    plugins: { [NAMESPACE]: plugin },
    settings: { [NAMESPACE]: { presetDay } },
    ...rest,
  });
  const forCode = (name: Preset) => {
    const rules = severities(
      plugin,
      ({ docs, formats }) => docs.presets.includes(name) && reads(formats, ['javascript']),
    );
    return preset(name, { files: whereLinted(JAVASCRIPT), rules });
  };
  const forFiles = (name: FileType, formats: readonly Format[], rest: Pick<PresetConfig, 'files' | 'language'>) => {
    const rules = severities(
      plugin,
      (meta) => meta.docs.presets.includes('recommended') && reads(meta.formats, formats),
    );
    return preset(name, { ...rest, rules });
  };
  return {
    recommended: forCode('recommended'),
    strict: forCode('strict'),
    latest: { ...forCode('latest'), settings: { [NAMESPACE]: { presetDay, target: 'latest' } } },
    residency: withoutGlobal(forCode('residency')),
    json: forFiles('json', ['json'], { files: whereLinted(['json', 'jsonc', 'json5']) }),
    yaml: forFiles('yaml', ['yaml'], { files: whereLinted(['yaml', 'yml']) }),
    toml: forFiles('toml', ['toml'], { files: whereLinted(['toml']) }),
    markdown: forFiles('markdown', ['markdown'], { files: whereLinted(['md', 'mdx']) }),
    text: forFiles('text', ['env', 'terraform'], {
      files: ['**/.env', '**/.env.*', '**/*.env', '**/*.{tf,tfvars}'],
      language: `${NAMESPACE}/text`,
    }),
  };
}

/**
 * A pattern for files that the user's configuration lints anyway.
 * ESLint takes a positive pattern as a wish to lint such files, and would parse JSON, or TypeScript, as plain JavaScript.
 * A negated one only narrows.
 * @see https://eslint.org/docs/latest/use/configure/configuration-files#specifying-files-and-ignores
 */
function whereLinted(extensions: readonly string[]) {
  return [`!**/!(${extensions.map((extension) => `*.${extension}`).join('|')})`];
}

/** Beside `strict` or `latest` as well, nothing may ask for the profile that leaves every geography. */
function withoutGlobal(config: PresetConfig): PresetConfig {
  return { ...config, rules: { ...config.rules, [`${NAMESPACE}/prefer-global-profile`]: 'off' } };
}

function severities({ rules }: PluginCore, enables: (meta: ClaudeRule['meta']) => boolean) {
  const enabled = Object.entries(rules).filter(([, { meta }]) => enables(meta));
  return Object.fromEntries(enabled.map(([name, { meta }]) => [`${NAMESPACE}/${name}`, meta.docs.severity]));
}

function reads(formats: readonly Format[] | 'all', wanted: readonly Format[]) {
  return formats === 'all' || wanted.some((format) => formats.includes(format));
}
