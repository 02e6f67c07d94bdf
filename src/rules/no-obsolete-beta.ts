import { betaFlags } from './betas/beta-flags.js';
import { obsoleteBetas } from './betas/obsolete-betas.js';
import { refusedTools } from './betas/refused-tools.js';
import { requestTools } from './betas/request-tools.js';
import { defineRule } from './define-rule.js';
import { placedFindings } from './request/placed-findings.js';

export default defineRule({
  name: 'no-obsolete-beta',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow beta flags and tool versions that the model does not know any more',
      presets: ['recommended', 'strict', 'latest', 'residency'],
      severity: 'error',
    },
    messages: {
      contextBetaEnded:
        'The beta `{{beta}}` ended on {{on}}: {{name}} takes {{tokens}} tokens of context, whatever the request says. Remove the flag; longer requests need a model with a larger context.',
      contextTooSmall:
        'The beta `{{beta}}` asks for a context of {{asked}} tokens, which {{name}}, the successor of `{{id}}`, does not have: it takes {{tokens}}. {{advice}}.',
      betaObsolete: 'The beta `{{beta}}` does nothing for {{name}}: {{reason}}. Remove the flag before it is refused.',
      betaObsoleteForSuccessor:
        'The beta `{{beta}}` does nothing for {{name}}, the successor of `{{id}}`: {{reason}}. Remove the flag with the move.',
      betaObsoleteForTarget:
        'The beta `{{beta}}` does nothing for {{name}} and for any other model that your policy moves to: {{reason}}. Remove the flag.',
      toolVersion:
        '{{name}} does not take the tool `{{tool}}`: the request fails with a ValidationException. {{advice}}.',
      toolVersionForSuccessor:
        '{{name}}, the successor of `{{id}}`, does not take the tool `{{tool}}`: requests fail once the model is moved. {{advice}}.',
      toolVersionForTarget:
        '{{name}}, like any other model that your policy moves to, does not take the tool `{{tool}}`. {{advice}}.',
    },
    repairs: {
      removeBeta: { message: 'Remove the beta `{{beta}}`.', safeties: ['review'] },
      useToolVersion: { message: 'Use `{{tool}}`, named `{{name}}`.', safeties: ['review'] },
      renameTool: {
        message:
          'Use `{{tool}}`, named `{{name}}`. Code in other files that answers to the old name must be changed too.',
        safeties: ['review'],
      },
    },
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
  },
  *detect(document, { policy }) {
    yield* placedFindings(
      document,
      (call) => obsoleteBetas(call, document, policy),
      (call) => betaFlags(call).map(({ place }) => place),
    );
    yield* placedFindings(
      document,
      (call) => refusedTools(call, document, policy),
      (call) => requestTools(call).map(({ place }) => place),
    );
  },
});
