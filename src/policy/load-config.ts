import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigError } from './config-error.js';
import { isRecord } from './readers.js';
import type { ConfigFile } from './written-options.js';

/** The name every door looks for. */
const CONFIG_NAME = 'bedrock-claude.config.json';

/** The little that configuration needs of a disk. */
export interface ConfigPort {
  /** The text of a file; `null` when there is none. Throws when it cannot be read. */
  read(path: string): string | null;
  exists(path: string): boolean;
}

/** The nearest configuration file from `directory` upward, no further than the root of the repository. */
export function findConfig(directory: string, port: ConfigPort): ConfigFile | null {
  const path = join(directory, CONFIG_NAME);
  const text = port.read(path);
  if (text !== null) return { path, options: parseConfig(path, text) };
  const parent = dirname(directory);
  return parent === directory || port.exists(join(directory, '.git')) ? null : findConfig(parent, port);
}

/** The configuration file a person named. */
export function loadConfig(path: string, port: ConfigPort): ConfigFile {
  const text = port.read(path);
  if (text === null) throw new ConfigError(`The configuration file ${path} does not exist.`);
  return { path, options: parseConfig(path, text) };
}

function parseConfig(path: string, text: string) {
  const options = parseJson(path, text);
  if (!isRecord(options)) throw new ConfigError(`Expected ${path} to hold one JSON object.`);
  return options;
}

/**
 * Reads JSON with comments and trailing commas.
 *
 * @throws ConfigError naming file, line and column of the first fault.
 */
export function parseJson(path: string, text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    return parseWithComments(path, json);
  }
}

function parseWithComments(path: string, text: string): unknown {
  const { parse, printParseErrorCode } = loadParser();
  const errors: import('jsonc-parser').ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return value;
  const before = text.slice(0, first.offset).split(/\r\n|\r|\n/);
  const column = (before.at(-1)?.length ?? 0) + 1;
  throw new ConfigError(
    `${path}:${String(before.length)}:${String(column)}: this is not valid JSON (${printParseErrorCode(first.error)}).`,
  );
}

/** Loaded only for files that plain JSON cannot read: most runs never pay for it. */
function loadParser() {
  // The package is CommonJS, so `require` hands over exactly its typed exports.
  return createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser');
}
