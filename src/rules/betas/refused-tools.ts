import type { ToolVersion } from '../../catalog/request-words.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Policy } from '../../policy/policy.js';
import type { PlacedFinding } from '../request/placed-findings.js';
import { refusalOf } from '../request/refusal-of.js';
import { replacementOf } from './replacement-of.js';
import { type RequestTool, requestTools } from './request-tools.js';
import { type ToolRepair, toolRepair } from './tool-repair.js';

type MessageId = (typeof messageOf)[keyof typeof messageOf];
const messageOf = {
  named: 'toolVersion',
  successor: 'toolVersionForSuccessor',
  target: 'toolVersionForTarget',
} as const;

/** Versions of Anthropic's tools that the model which the call reaches does not take. */
export function* refusedTools(
  call: ModelCall,
  document: Document,
  policy: Policy,
): Iterable<PlacedFinding<MessageId, ToolRepair>> {
  const tools = requestTools(call);
  for (const tool of tools) {
    const { version, type, field } = tool;
    const refused = refusalOf(call, policy, (constraints) => constraints.tools.refused.includes(version));
    if (!refused) continue;
    const { model, constraints, basis, id, isCertain, refusal } = refused;
    const replacement = replacementOf(version, constraints);
    const repaired = toolRepair({ tool, tools, call, document, constraints, replacement });
    const isHere = type.property.path === document.path;
    const isSure = basis === 'named' && isCertain && type.isCertain && field.isCertain;
    yield {
      place: tool.place,
      finding: {
        messageId: messageOf[basis],
        data: { tool: version.type, name: model.name, id: id ?? '', advice: adviseTool(tool, replacement) },
        range: isHere ? type.property.range : call.range,
        level: isSure ? 'error' : 'warning',
        ...(isHere ? {} : { related: [{ ...type.property, message: 'The tool stands here.' }] }),
        ...repaired,
        ...(refusal ? { refusal } : {}),
      },
    };
  }
}

function adviseTool({ version }: RequestTool, replacement: ToolVersion | null) {
  if (!replacement) return 'Which version it takes instead is not known';
  const { type, name, beta, differs } = replacement;
  const named = name === version.name ? '' : ` named \`${name}\``;
  const flagged = beta === null ? '' : `, with the beta \`${beta}\``;
  const note = differs && name !== version.name ? `. ${differs.note.replace(/\.$/, '')}` : '';
  return `Use \`${type}\`${named}${flagged}${note}`;
}
