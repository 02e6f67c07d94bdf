import type { DynamicCause } from '../../prompt.js';

/** Functions every program has whose result is never the same. */
export const globalCalls: ReadonlyMap<string, DynamicCause> = new Map<string, DynamicCause>([
  ['Date', 'clock'],
  ['Date.now', 'clock'],
  ['performance.now', 'clock'],
  ['process.hrtime', 'clock'],
  ['process.hrtime.bigint', 'clock'],
  ['process.uptime', 'clock'],
  ['Temporal.Now.instant', 'clock'],
  ['Temporal.Now.zonedDateTimeISO', 'clock'],
  ['Temporal.Now.plainDateTimeISO', 'clock'],
  ['Math.random', 'random'],
  ['crypto.randomUUID', 'random'],
]);

/** Functions whose result says what their argument says. */
export const passingFunctions: ReadonlySet<string> = new Set([
  ...['Math.floor', 'Math.round', 'Math.ceil', 'Math.trunc', 'Math.abs'],
  ...['String', 'Number', 'parseInt', 'Number.parseInt', 'parseFloat'],
]);

/** Methods whose result says what their receiver says. */
export const passingMethods =
  /^(?:to[A-Z]\w*|get(?:UTC)?(?:Time|FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|valueOf|trim(?:Start|End)?|slice|substr|substring|split|replace|replaceAll|pad(?:Start|End)|concat|format|unix|utc|local|tz|setZone|add|subtract|plus|minus|startOf|endOf)$/;

interface Library {
  readonly modules: RegExp;
  readonly names: RegExp;
  readonly cause: DynamicCause;
  /** Only without an argument: with one, it reads a time that is given. */
  readonly isBare?: true;
}

const libraries: readonly Library[] = [
  { modules: /^(?:node:)?crypto$/, names: /^(?:webcrypto\.)?random(?:UUID|Bytes|Int)$/, cause: 'random' },
  { modules: /^uuid(?:\/|$)/, names: /^(?:v1|v4|v6|v7|default\.v[1467])$|^$|^default$/, cause: 'random' },
  { modules: /^nanoid(?:\/|$)/, names: /^nanoid$/, cause: 'random' },
  { modules: /^(?:ulid|ulidx)$/, names: /^ulid$/, cause: 'random' },
  { modules: /^(?:cuid|@paralleldrive\/cuid2)$/, names: /^(?:default|createId|)$/, cause: 'random' },
  {
    modules: /^(?:dayjs|moment|moment-timezone)$/,
    names: /^(?:default|)(?:\.?utc|\.?tz)?$/,
    cause: 'clock',
    isBare: true,
  },
  { modules: /^luxon$/, names: /^DateTime\.(?:now|utc|local)$/, cause: 'clock', isBare: true },
  { modules: /^(?:node:)?perf_hooks$/, names: /^performance\.now$/, cause: 'clock' },
  { modules: /^next\/headers(?:\.js)?$/, names: /^(?:headers|cookies)$/, cause: 'request' },
];

/** Why the result of a library's function differs from call to call; `null` for functions that are not known to. */
export function libraryCalls(module: string, path: readonly string[], argumentCount: number): DynamicCause | null {
  const name = path.join('.');
  const found = libraries.find(({ modules, names }) => modules.test(module) && names.test(name));
  return found && !(found.isBare && argumentCount > 0) ? found.cause : null;
}
