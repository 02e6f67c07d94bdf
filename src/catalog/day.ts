import type { Day } from './schema.js';

/** A day as people write it, or `null` when there is no such day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? toDay(year, month, day) : null;
}

export function addDays(day: Day, count: number): Day {
  return toText(new Date(toTime(day) + count * dayLength));
}

/** The same day of another month, or that month's last day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const newYear = Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  return toDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toTime(to) - toTime(from)) / dayLength);
}

const dayLength = 24 * 60 * 60 * 1000;

function toTime(day: Day) {
  return Date.parse(`${day}T00:00:00Z`);
}

function toText(date: Date) {
  return toDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function toDay(year: number, month: number, day: number): Day {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  // A padded number reads as `${number}` for people and dates, but not for the type checker.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as Day;
}

function daysInMonth(year: number, month: number) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
