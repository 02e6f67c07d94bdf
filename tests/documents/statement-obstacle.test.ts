import { expect, test } from 'vitest';
import { statementObstacle } from '../../src/documents/statement-obstacle.js';

const statement = { resources: 'resources', effect: null, condition: null };

test.each(["['bedrock:InvokeModel']", "['bedrock:invokeModel']", "['Bedrock:invokemodel*']", "['bedrock:*']", "['*']"])(
  '%s allows model calls, whatever the case of its letters',
  (actions) => expect(statementObstacle({ ...statement, actions })).toBeNull(),
);

test.each(["['bedrock:ListFoundationModels']", "['lambda:invokeFunction']", "['mybedrock:invokeModel']"])(
  '%s does not',
  (actions) => expect(statementObstacle({ ...statement, actions })).toContain('does not say'),
);
