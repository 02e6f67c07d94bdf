import type { Day } from '../../catalog/schema.js';
import type { Style } from '../report/style.js';
import type { TargetChoice, TargetModel } from '../follow-ups/target-choices.js';
import { describeLife, describePrices } from './describe-model.js';

/** What a migration is about to choose, and what else there is, so that a person can still choose otherwise. */
export function targetText(choices: readonly TargetChoice[], asOf: Day, style: Style): string {
  if (choices.length === 0) return '';
  const blocks = choices.map((choice) => familyLines(choice, asOf, style).join('\n'));
  return `${style.bold('TARGET')}  judged on ${asOf}; choose another generation with --target\n${blocks.join('\n')}\n\n`;
}

function familyLines({ from, target, newest }: TargetChoice, asOf: Day, style: Style) {
  const lines = [from.join(', ')];
  if (target === null) lines.push(`  ${style.yellow('no active model fits the policy')}`);
  else lines.push(...modelLines('moves to', target, asOf));
  if (newest !== null && newest.id !== target?.id) lines.push(...modelLines('newest is', newest, asOf).map(style.dim));
  return lines;
}

function modelLines(lead: string, { name, price, requestChanges, ...life }: TargetModel, asOf: Day) {
  const changes = requestChanges.length === 0 ? 'none' : requestChanges.join('; ');
  return [
    `  ${lead} ${name}: ${describePrices(price)}; ${describeLife(life, asOf)}`,
    `    requests change: ${changes}`,
  ];
}
