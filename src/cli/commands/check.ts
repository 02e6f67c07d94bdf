import { pinnedTargetProblem } from '../../policy/index.js';
import type { CommandLine } from '../arguments/command-line.js';
import type { Console } from '../console.js';
import { runEngine } from '../run/engine.js';
import type { HeadStart } from '../run/head-start.js';
import { createProgress } from '../run/progress.js';
import { projectPolicy } from '../arguments/project-policy.js';
import { printReport } from '../reporters/index.js';
import { knownNames, selectRules, severitiesOf } from '../arguments/rule-set.js';
import { exitCode } from '../report/severity.js';
import { toReport } from '../report/to-report.js';

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
