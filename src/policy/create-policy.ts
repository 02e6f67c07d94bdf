import type { Catalog } from '../catalog/catalog.js';
import type { Day, Scope } from '../catalog/schema.js';
import { ConfigError } from './config-error.js';
import { createReaders, OPTION_NAMES } from './options.js';
import type { PolicyOptions } from './options.js';
import type { OverlayRequest } from './overlay.js';
import type { Policy } from './policy.js';
import { quoted, refuseUnknownKeys, text } from './readers.js';
import type { RuleSchemas } from './rule-options.js';
import type { ConfigFile, WrittenOptions } from './written-options.js';

/** How long before a model's end its use becomes a warning. */
export const DEFAULT_WARN_WITHIN_DAYS = 90;

/** Every source of options. Flags win over settings, settings over the file. */
export interface PolicySources {
  /** Option name → value. Named `--kebab-case` in errors. */
  readonly flags?: WrittenOptions;
  /** ESLint's `settings["bedrock-claude"]`. */
  readonly settings?: WrittenOptions;
  readonly file?: ConfigFile | null;
}

/** What holds when nobody says otherwise. */
export interface PolicyDefaults {
  readonly asOf: Day;
  readonly catalog: Catalog;
  /** Reads an overlay; without it the option `catalog` is refused. */
  readonly overlay?: (request: OverlayRequest) => Catalog;
  /** Repair ids that `promote` may name; omitted = not checked. */
  readonly repairs?: readonly string[];
  /** What `rules` may say; omitted = not checked. */
  readonly rules?: RuleSchemas;
}

interface Source {
  readonly options: WrittenOptions;
  readonly originOf: (option: string) => string;
  /** The folder that relative paths in this source start from; `null` = the working directory. */
  readonly file: string | null;
}

/**
 * One checked and frozen policy from all sources.
 *
 * @throws ConfigError naming the option, where it came from, what it was and what it may be.
 */
export function createPolicy(written: PolicySources, defaults: PolicyDefaults): Policy {
  const sources = toSources(written);
  for (const { options, originOf } of sources) {
    for (const option of Object.keys(options)) refuseUnknownKeys({ [option]: true }, OPTION_NAMES, originOf(option));
  }
  const catalog = readCatalog(sources, defaults);
  const readers = createReaders(catalog, defaults.repairs ?? null, defaults.rules ?? null);

  /** The strongest source's value; the weaker ones are checked all the same. */
  const pick = <Option extends keyof PolicyOptions>(option: Option): PolicyOptions[Option] | undefined => {
    let picked: PolicyOptions[Option] | undefined;
    for (const source of sources) {
      if (source.options[option] === undefined) continue;
      picked = readers[option](source.options[option], { option, origin: source.originOf(option) });
    }
    return picked;
  };

  const profile = pick('profile');
  const residency = pick('residency') ?? null;
  refuseContradiction(profile, residency, (option) => originsOf(sources, option));
  return Object.freeze({
    asOf: pick('asOf') ?? defaults.asOf,
    target: pick('target') ?? 'nearest',
    minRunwayDays: pick('minRunwayDays') ?? 90,
    superseded: pick('superseded') ?? 'keep',
    profile: profile ?? 'global',
    profileNamed: profile !== undefined,
    residency,
    warnWithinDays: pick('warnWithinDays') ?? DEFAULT_WARN_WITHIN_DAYS,
    minTokens: pick('minTokens') ?? 0,
    repairStyle: pick('repairStyle') ?? 'inline',
    promote: pick('promote') ?? [],
    wrappers: pick('wrappers') ?? [],
    profiles: pick('profiles') ?? {},
    rules: pick('rules') ?? {},
    notes: pick('notes') ?? false,
    catalog,
  });
}

/** Weakest first. */
function toSources({ file, settings, flags }: PolicySources): Source[] {
  const sources: Source[] = [];
  if (file) {
    const { $schema: _editorsOnly, ...options } = file.options;
    sources.push({ options, originOf: () => file.path, file: file.path });
  }
  if (settings) sources.push({ options: settings, originOf: () => 'settings["bedrock-claude"]', file: null });
  if (flags) sources.push({ options: flags, originOf: toFlag, file: null });
  return sources;
}

function toFlag(option: string) {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function readCatalog(sources: readonly Source[], defaults: PolicyDefaults) {
  const named = sources.findLast((source) => source.options['catalog'] !== undefined);
  if (named === undefined) return defaults.catalog;
  const place = { option: 'catalog', origin: named.originOf('catalog') };
  const path = text(named.options['catalog'], place);
  if (defaults.overlay === undefined)
    throw new ConfigError(`\`catalog\` (from ${place.origin}) cannot be read here: this tool has no access to files.`);
  return defaults.overlay({ path, namedIn: named.file, place, base: defaults.catalog });
}

function refuseContradiction(
  profile: Policy['profile'] | undefined,
  residency: readonly Scope[] | null,
  originOf: (option: string) => string,
) {
  if (profile === undefined || profile === 'keep' || residency === null || residency.includes(profile)) return;
  throw new ConfigError(
    `\`profile\` is "${profile}" (from ${originOf('profile')}), which \`residency\` [${quoted(residency)}] (from ${originOf('residency')}) does not allow. ` +
      `Leave out \`profile\`, set it to "keep"${residency.map((scope) => ` or "${scope}"`).join('')}, or leave out \`residency\`.`,
  );
}

function originsOf(sources: readonly Source[], option: string) {
  return sources.findLast((source) => source.options[option] !== undefined)?.originOf(option) ?? 'the defaults';
}
