import type { Surface } from '../program.js';
import { invokeModel, invokeStream } from './invoke-model.js';

/** Text completions of a project whose settings ask for Converse. */
export const toConverse: readonly Surface[] = [invokeModel, invokeStream].map((surface) => ({
  name: `${surface.name}-to-converse`,
  folder: 'to-converse',
  program: (spec, style) => (spec.completion ? surface.program(spec, style) : null),
}));
