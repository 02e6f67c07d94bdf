import { pinnedTargetProblem } from '../../policy/index.js';
import type { CommandLine } from '../command-line.js';
import type { Console } from '../console.js';
import { runEngine } from '../engine.js';
import type { HeadStart } from '../head-start.js';
import { createProgress } from '../progress.js';
import { projectPolicy } from '../project-policy.js';
import { printReport } from '../reporters/index.js';
import { knownNames, selectRules, severitiesOf } from '../rule-set.js';
import { exitCode } from '../severity.js';
import { toReport } from '../to-report.js';

/** Finds and prints; changes nothing. */
export async function run(line: CommandLine, console: Console, start: HeadStart): Promise<number> {
  const policy = projectPolicy(line, console.cwd, knownNames);
  const rules = selectRules(line, policy);
  const severities = severitiesOf(rules);
  const engine = await runEngine({
    root: console.cwd,
    paths: line.operands,
    policy,
    rules,
    progress: createProgress(console),
    start,
  });
  const report = toReport({ ...engine, policy, rules });
  printReport(report, { line, console, rules, severities, notes: policy.notes });
  const problem = pinnedTargetProblem(policy);
  if (problem !== null) console.stderr.write(`bedrock-claude: ${problem} No repair can be offered.\n`);
  return problem === null ? exitCode(report, severities, line.maxWarnings, engine.isCutShort()) : 2;
}
