import { Linter, RuleTester } from 'eslint';
import { Linter as Linter9, RuleTester as RuleTester9 } from 'eslint9';

/** Both supported majors. The older one's types differ in nothing the tests use. */
export const majors = [
  { major: 10, Linter, RuleTester },
  { major: 9, Linter: Linter9 as unknown as typeof Linter, RuleTester: RuleTester9 as unknown as typeof RuleTester },
] as const;
