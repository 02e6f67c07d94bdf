import type { ModelConstraints } from '../../catalog/constraints.js';
import type { ToolVersion } from '../../catalog/request-words.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import type { Range, TextEdit } from '../../edits/text-edit.js';
import type { Finding } from '../finding.js';
import { betaEdits } from './beta-edits.js';
import type { RequestTool } from './request-tools.js';
import { literalEdit, otherMentions } from './text-edits.js';

/** `useToolVersion` carries all code along that is known; `renameTool` may leave code in other files behind. */
export type ToolRepair = 'useToolVersion' | 'renameTool';

export interface ToolChange {
  readonly tool: RequestTool;
  /** All tools of the request that Anthropic defines. */
  readonly tools: readonly RequestTool[];
  readonly call: ModelCall;
  readonly document: Document;
  readonly constraints: ModelConstraints;
  readonly replacement: ToolVersion | null;
}

/** Moves a tool to the version the model takes: its type, its name with what answers to it in the file, and the flag it needs. */
export function toolRepair(change: ToolChange): Pick<Finding<string, ToolRepair>, 'repairs' | 'unrepaired'> {
  const { tool, document, replacement } = change;
  const { version, type, field } = tool;
  if (!replacement) return left('no version is known that the model takes');
  if (type.property.path !== document.path) return left(`it stands in ${type.property.path}`);
  if (field.isShared) return left('other code may use the same tools');
  const typed = literalEdit(document, type.written, version.type, replacement.type);
  if (!typed) return left('its type is not written where the tool is');
  const betas = betaEdits(change, replacement);
  if (!betas) return left(`the request must name the beta \`${replacement.beta ?? ''}\``);
  const data = { tool: replacement.type, name: replacement.name };
  if (replacement.name === version.name)
    return { repairs: [{ id: 'useToolVersion', data, safety: 'review', edits: [typed, ...betas] }] };
  const renamed = renaming(change, replacement);
  if (typeof renamed === 'string') return left(renamed);
  const id = renamed.handlers > 0 ? 'useToolVersion' : 'renameTool';
  return { repairs: [{ id, data, safety: 'review', edits: [typed, ...renamed.edits, ...betas] }] };
}

function left(unrepaired: string) {
  return { repairs: [], unrepaired };
}

interface Renaming {
  readonly edits: readonly TextEdit[];
  /** Places that answer to the name. */
  readonly handlers: number;
}

/** The edits that give the tool its new name wherever the file answers to the old one, or why that is for a person. */
function renaming({ tool, tools, document }: ToolChange, { name: to, differs }: ToolVersion): Renaming | string {
  const { version, name } = tool;
  const named = name && literalEdit(document, name.written, version.name, to);
  if (!named) return 'its name is not written where the tool is';
  const isCommand = (command: string) => new RegExp(`(['"\`])${command}\\1`).test(document.text);
  if (differs?.changed.some(isCommand) === true && !document.text.includes('insert_text'))
    return `the file handles a command whose input has changed: ${differs.note}`;
  const known: readonly Range[] = tools.flatMap((each) => (each.name ? [each.name.written.range] : []));
  const { handlers, isUnclear } = otherMentions(document, version.name, known);
  if (isUnclear) return `the file also names \`${version.name}\` where nobody can tell what for`;
  return { edits: [named, ...handlers.map((range) => ({ range, text: to }))], handlers: handlers.length };
}
