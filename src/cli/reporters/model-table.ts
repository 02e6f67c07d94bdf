import type { LifecycleState } from '../../catalog/catalog.js';
import type { Policy } from '../../policy/index.js';
import type { InOut, ModelRow } from '../follow-ups/model-row.js';
import type { Style } from '../report/style.js';

const HEADINGS = ['MODEL', 'STATE', 'END OF LIFE', 'DAYS LEFT', '$ PER MILLION IN/OUT', 'SUCCESSOR'] as const;

const STATES: Readonly<Record<LifecycleState, string>> = {
  active: 'active',
  legacy: 'legacy',
  extendedAccess: 'legacy, extended',
  endOfLife: 'end of life',
  unknown: 'unknown',
};

/** The calendar for people: one model a line. */
export function modelTable(rows: readonly ModelRow[], { asOf, catalog }: Policy, style: Style): string {
  const cells = rows.map(toCells);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = rows.map((row, index) => paint(row.state, style)(line(cells[index] ?? [])));
  return `${style.bold(line(HEADINGS))}\n${body.join('\n')}\n\nOn ${asOf}, by the catalog of ${catalog.checkedOn}. "from" = not before that day; prices read global · regional where they differ.\n`;
}

function toCells(row: ModelRow): readonly string[] {
  const successor = row.successor === null ? '' : `${row.successor.id} (${prices(row.successor.price)})`;
  return [row.id, STATES[row.state], end(row), daysLeft(row), prices(row.price), successor];
}

function end({ endOfLifeOn, endOfLifeNotBefore, noticeMonths }: ModelRow) {
  if (noticeMonths !== null) return `${String(noticeMonths)} months after Legacy`;
  if (endOfLifeOn !== null) return endOfLifeOn;
  return endOfLifeNotBefore === null ? 'not announced' : `from ${endOfLifeNotBefore}`;
}

/** A floor that has passed promises nothing: the end may be announced on any day, and comes after the notice where there is one. */
function daysLeft({ daysLeft: days, endOfLifeOn, noticeMonths }: ModelRow) {
  if (days === null || noticeMonths !== null) return '';
  if (days > 0) return String(days);
  return endOfLifeOn === null ? 'any day' : '0';
}

function prices({ global, regional }: ModelRow['price']) {
  const both = [global, regional].filter((price) => price !== null).map(dollars);
  return [...new Set(both)].join(' · ') || 'unknown';
}

function dollars({ input, output }: InOut) {
  return `${String(input)}/${String(output)}`;
}

function paint(state: LifecycleState, style: Style) {
  if (state === 'endOfLife') return style.red;
  return state === 'active' ? (text: string) => text : style.yellow;
}
