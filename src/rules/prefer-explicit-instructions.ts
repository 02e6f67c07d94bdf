import type { Document } from '../documents/document.js';
import type { ModelCall } from '../documents/facts.js';
import type { TextPart } from '../documents/prompt.js';
import { isTestPath } from '../documents/test-path.js';
import type { Policy } from '../policy/policy.js';
import { defineRule } from './define-rule.js';
import { actingTools } from './explicit-instructions/acting-tools.js';
import { findSuggestion } from './explicit-instructions/find-suggestion.js';
import type { Finding } from './finding.js';
import { namesClaude } from './request/named-models.js';

export default defineRule({
  name: 'prefer-explicit-instructions',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'suggest asking for an action rather than for a suggestion',
      presets: [],
      severity: 'warn',
    },
    messages: {
      asksForSuggestion:
        'Current Claude models do what they are told: "{{words}}" gets a suggestion, and `{{tool}}` may not be called. Say what to do, if it is to be done.',
    },
    repairs: {},
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    formats: ['javascript'],
  },
  detect(document, { policy }) {
    const byPlace = new Map<number, Finding<'asksForSuggestion', never>>();
    for (const call of document.modelCalls) {
      const [tool] = isClaude(call, policy) ? actingTools(call) : [];
      if (tool === undefined) continue;
      for (const part of instructionsOf(call)) {
        const finding = findingFor(part, tool, document);
        if (finding && !byPlace.has(finding.range[0])) byPlace.set(finding.range[0], finding);
      }
    }
    return byPlace.values();
  },
});

type StaticPart = Extract<TextPart, { kind: 'static' }>;

function isClaude({ model, provesClaude }: ModelCall, policy: Policy) {
  return provesClaude || namesClaude(model, policy);
}

/** What the program itself tells the model, not what the model answered. */
function instructionsOf({ prompt }: ModelCall): readonly StaticPart[] {
  const blocks = [...(prompt?.system?.blocks ?? []), ...(prompt?.messages?.blocks ?? [])];
  return blocks.flatMap((block) =>
    block.kind === 'text' && block.role !== 'assistant' ? block.parts.filter(isStatic) : [],
  );
}

function isStatic(part: TextPart): part is StaticPart {
  return part.kind === 'static';
}

function findingFor(
  { text, place, origin }: StaticPart,
  tool: string,
  document: Document,
): Finding<'asksForSuggestion', never> | null {
  const { range, path } = origin ?? place;
  const words = path === document.path ? findSuggestion(text) : null;
  if (words === null) return null;
  const index = document.text.slice(...range).indexOf(words);
  const start = range[0] + Math.max(0, index);
  return {
    messageId: 'asksForSuggestion',
    data: { words, tool },
    range: index < 0 ? range : [start, start + words.length],
    level: isTestPath(document.path) ? 'note' : 'warning',
    repairs: [],
    unrepaired: 'only a person knows which of the two is meant',
  };
}
