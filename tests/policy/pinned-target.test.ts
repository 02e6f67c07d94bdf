import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index.js';
import { createPolicy, pinnedTargetProblem } from '../../src/policy/index.js';

function problemOf(target: unknown) {
  return pinnedTargetProblem(createPolicy({ flags: { target } }, { asOf: '2026-11-22', catalog }));
}

describe('a pinned target', () => {
  it.each(['nearest', 'latest', '4.5', '4.6', { sonnet: '4.6', haiku: 'nearest' }])(
    '%j is active on the day',
    (target) => {
      expect(problemOf(target)).toBeNull();
    },
  );

  it('that turned legacy is named with its dates', () => {
    expect(problemOf('4.1')).toBe(
      '`target` "4.1" is not an active generation on 2026-11-22: Claude Opus 4.1 has been Legacy since 2026-07-08, end of life 2027-01-08.',
    );
  });

  it('is judged per family', () => {
    expect(problemOf({ sonnet: '4.6', opus: '4.1' })).toMatch(/^`target` "4\.1" \(opus\) is not an active generation/);
  });
});
