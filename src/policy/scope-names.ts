import type { Scope } from '../catalog/schema.js';

type Geography = Exclude<Scope, 'global'>;

const known: Readonly<Record<Geography, true>> = {
  us: true,
  eu: true,
  apac: true,
  jp: true,
  au: true,
  in: true,
  'us-gov': true,
  ca: true,
  il: true,
};

/** Profile prefixes that keep a request in one geography. */
export const GEOGRAPHIES: readonly Geography[] = Object.keys(known).filter(isGeography);

function isGeography(name: string): name is Geography {
  return Object.hasOwn(known, name);
}
