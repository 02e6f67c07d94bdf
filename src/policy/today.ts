import type { Day } from '../catalog/schema.js';
import { parseDay } from '../catalog/day.js';

/** The day at the door: read once by a tool, handed to everything deeper. UTC, so that one commit gets one verdict everywhere. */
export function today(): Day {
  const now = new Date().toISOString();
  const day = parseDay(now.slice(0, 10));
  if (day !== null) return day;
  throw new Error(`The system clock gives no usable day: ${now}.`);
}
