import { pinnedTargetProblem } from '../../policy/index.js';
import type { CommandLine } from '../command-line.js';
import type { Console, Search } from '../console.js';
import { runEngine } from '../engine.js';
import { createProgress } from '../progress.js';
import { projectPolicy } from '../project-policy.js';
import { printReport } from '../reporters/index.js';
import { repairIds, selectRules, severitiesOf } from '../rule-set.js';
import { exitCode } from '../severity.js';
import { toReport } from '../to-report.js';

/** Finds and prints; changes nothing. */
export async function run(line: CommandLine, console: Console, search: Search): Promise<number> {
  const policy = projectPolicy(line, console.cwd, repairIds);
  const rules = selectRules(line, policy);
  const severities = severitiesOf(rules);
  const engine = await runEngine({
    root: console.cwd,
    paths: line.operands,
    policy,
    rules,
    progress: createProgress(console),
    search,
  });
  const report = toReport({ ...engine, policy, rules });
  printReport(report, { line, console, rules, severities, notes: policy.notes });
  const problem = pinnedTargetProblem(policy);
  if (problem !== null) console.stderr.write(`bedrock-claude: ${problem} No repair can be offered.\n`);
  return problem === null ? exitCode(report, severities, line.maxWarnings) : 2;
}
