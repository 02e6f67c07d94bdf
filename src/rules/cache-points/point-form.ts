import type { CachePointForm } from '../../catalog/cache-point-forms.js';
import { cachePointForms } from '../../catalog/cache-point-forms.js';
import type { ModelCall } from '../../documents/facts.js';
import type { CachePointFact } from '../../documents/prompt.js';

/** How the API of a call takes its points; `null` where that is not known. */
export function formOf({ dialect, library, prompt, provesClaude }: ModelCall): CachePointForm | null {
  switch (dialect) {
    case 'converse':
      return cachePointForms.converse;
    case 'messages':
      return cachePointForms.messages;
    case 'strands':
      return cachePointForms.strands;
    case 'aiSdk':
      // Middleware that nobody can see may rewrite the options. Only the Anthropic provider proves its model to be Claude.
      if (prompt?.isComplete !== true) return null;
      return provesClaude ? cachePointForms.aiSdkAnthropic : cachePointForms.aiSdkBedrock;
    case 'langChain':
      return library?.name === '@langchain/aws' ? cachePointForms.chatBedrockConverse : null;
  }
}

/** Whether an API reads a point; `null` where only the installed version could say. */
export function isRead(form: CachePointForm, point: CachePointFact, { library }: ModelCall): boolean | null {
  if (!form.reads.includes(point.written)) return false;
  if (form.providers === undefined) return true;
  const key = form.providers.find((each) => each.key === point.provider);
  const major = Number.parseInt(library?.version ?? '', 10);
  if (key === undefined) return null;
  return Number.isNaN(major) ? key === form.providers[0] || null : major >= key.sinceMajor;
}
