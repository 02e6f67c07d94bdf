import type { Level } from '../../documents/facts.js';

const order: readonly Level[] = ['note', 'warning', 'error'];

/** The lower of two levels: what a place allows, and what a defect deserves. */
export function capLevel(place: Level, defect: Level): Level {
  return order.indexOf(place) < order.indexOf(defect) ? place : defect;
}
