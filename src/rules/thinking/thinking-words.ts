import type { ModelConstraints } from '../../catalog/constraints.js';
import type { ThinkingProblem } from './thinking-problem.js';
import type { WrittenThinking } from './written-thinking.js';
import { budgetName } from './written-thinking.js';

interface Words {
  /** What the model does, after its name. */
  readonly problem: string;
  readonly advice: string;
}

/** What a finding says about a problem. */
export function thinkingWords(
  problem: ThinkingProblem,
  written: WrittenThinking,
  { thinking }: ModelConstraints,
): Words {
  const taken = thinking.types.map((type) => `\`${type}\``).join(', ');
  const type = written.types[0] ?? '';
  const budget = budgetName(written);
  switch (problem) {
    case 'noThinking':
      return { problem: "can't think", advice: 'Leave thinking out, or choose another model' };
    case 'enabledRefused':
      return {
        problem: 'takes no budget for thinking (`enabled`)',
        advice: `Write \`{ type: 'adaptive' }\` and, where you want more or less of it, an effort`,
      };
    case 'adaptiveRefused':
      return {
        problem: 'knows no `adaptive` thinking',
        advice: `Write \`{ type: 'enabled', ${budget}: … }\`, with a budget of ${String(thinking.minBudgetTokens)} tokens or more`,
      };
    case 'disabledRefused':
      return {
        problem: 'cannot be told not to think (`disabled`)',
        advice: thinking.types.includes('between_tools')
          ? `Write \`{ type: 'between_tools' }\`, or leave it out`
          : 'Leave it out; a lower effort makes it think less',
      };
    case 'typeUnknown':
      return { problem: `knows no \`${type}\` thinking`, advice: `It takes ${taken}` };
    case 'disabledAboveEffort':
      return {
        problem: `takes \`${type}\` only up to an effort of \`${thinking.disabledUpToEffort ?? ''}\``,
        advice: 'Ask for less effort, or let it think',
      };
    case 'wrongShape':
      return {
        problem: 'takes no thinking of this shape',
        advice: thinking.types.includes('enabled')
          ? `Write \`{ type: 'enabled', ${budget}: … }\``
          : `Write \`{ type: 'adaptive' }\``,
      };
    case 'olderName':
      return {
        problem: `takes thinking as \`thinking\`, not as \`${written.field.path.at(-1) ?? ''}\``,
        advice: 'Call it `thinking`',
      };
    case 'effortInside':
      return { problem: 'takes no effort inside `thinking`', advice: 'Put it into `output_config: { effort: … }`' };
    case 'budgetRefused':
      return {
        problem: `takes no \`${written.budget?.path.at(-1) ?? budget}\` with \`${type}\``,
        advice: 'Leave the budget out',
      };
    case 'budgetMissing':
      return { problem: `takes no \`enabled\` without \`${budget}\``, advice: 'Give it a budget' };
    case 'budgetTooSmall':
      return {
        problem: `thinks with a budget of ${String(thinking.minBudgetTokens)} tokens or more`,
        advice: `Raise \`${budget}\`, or leave thinking out`,
      };
    case 'budgetNotBelowMaxTokens':
      return {
        problem: 'wants a budget below the most tokens it may write, for thoughts count towards them',
        advice: `Lower \`${budget}\`, or allow more tokens`,
      };
  }
}
