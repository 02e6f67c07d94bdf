import type { Document } from '../documents/document.js';
import type { ArnUse } from '../documents/held-by-arns.js';
import { isTestPath } from '../documents/test-path.js';
import { lineIndex } from '../edits/line-index.js';
import type { UnitOf } from './units.js';

/** The ARNs of foundation models that code of a project makes of IDs. */
export interface ArnIndex {
  add(document: Document): void;
  /** Those that may be made of what a file names. */
  usesOf(path: string): readonly ArnUse[];
}

export function createArnIndex(unitOf: UnitOf): ArnIndex {
  const byUnit = new Map<string, ArnUse[]>();
  return {
    add: ({ path, text, foundationArns = [] }) => {
      // What a test expects of a policy holds no ID back.
      if (foundationArns.length === 0 || isTestPath(path)) return;
      const { lineOf } = lineIndex(text);
      const uses = foundationArns.map((arn) => ({ arn, where: `${path}:${String(lineOf(arn.range[0]))}` }));
      byUnit.set(unitOf(path), [...(byUnit.get(unitOf(path)) ?? []), ...uses]);
    },
    usesOf: (path) => (byUnit.get(unitOf(path)) ?? []).filter(({ arn }) => !('id' in arn) || arn.id.path === path),
  };
}
