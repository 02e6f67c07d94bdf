import { parseModelName } from '../../catalog/index.js';
import { libraries } from '../../catalog/library-constants.generated.js';
import type { ModelReference } from '../facts.js';
import { lineBefore } from './lines.js';

/**
 * Constants of libraries in code that is only scanned: the CDK has the same names in Python, Java and C# as in TypeScript.
 * Which version is installed there is not known, so the newest one speaks.
 */
export function librarySymbols(text: string, isTest: boolean): ModelReference[] {
  if (!text.includes('CLAUDE')) return [];
  return [...text.matchAll(symbol)].flatMap((match) => {
    const [whole, holder = '', member = ''] = match;
    const known = memberOf(holder, member);
    const name = known && parseModelName(known.id);
    if (!known || !name) return [];
    const end = match.index + whole.length;
    const isProse = /^\s*(?:#|\/\/|\*|\/\*)/.test(lineBefore(text, match.index, 400));
    return {
      name,
      range: [match.index, end] as const,
      form: 'symbol' as const,
      position: isProse ? ('prose' as const) : isTest ? ('assertion' as const) : ('constant' as const),
      level: isProse || isTest ? ('note' as const) : ('warning' as const),
      endpoint: 'runtime' as const,
      surface: null,
      region: null,
      fixed: 'only scanned, not parsed',
      symbol: { module: known.module, member },
    };
  });
}

const symbol = /(?<![\w$])([A-Z][A-Za-z0-9]{2,60})(?:\.|::|_)(\w{0,40}CLAUDE\w{0,60})/g;

function memberOf(holder: string, member: string) {
  for (const { exports, constants } of libraries) {
    const found = exports.find(({ path }) => path.slice(path.lastIndexOf('.') + 1) === holder);
    const id = found && Object.hasOwn(constants, member) ? constants[member] : undefined;
    if (found && id !== undefined) return { id, module: found.module };
  }
  return null;
}
