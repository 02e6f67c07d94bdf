import type { WrittenOptions } from '../policy/index.js';

/** Policy options that a command line can spell in one word. */
const SINGLE = ['asOf', 'target', 'superseded', 'profile', 'repairStyle'];
const LISTS = ['residency', 'promote'];
const NUMBERS = ['minRunwayDays', 'warnWithinDays'];

/**
 * The policy options among jscodeshift's own, e.g. `--target=latest --residency=eu,us`.
 * jscodeshift reads every value as JSON where it can, so the generation `4.6` arrives as a number.
 */
export function toPolicyOptions(options: Readonly<Record<string, unknown>>): WrittenOptions {
  const written: Record<string, unknown> = {};
  for (const name of [...SINGLE, ...LISTS, ...NUMBERS]) {
    const value = options[name];
    if (value !== undefined) written[name] = read(name, value);
  }
  return written;
}

function read(name: string, value: unknown) {
  if (SINGLE.includes(name) && typeof value === 'number') return String(value);
  if (LISTS.includes(name) && typeof value === 'string') return value.split(',');
  return value;
}
