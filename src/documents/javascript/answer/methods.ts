import type { Dialect } from '../../prompt.js';
import type { Kind } from './value.js';

/** What a method of a value gives; `null` when that is no longer part of the answer. */
export function callResult(dialect: Dialect, kind: Kind, method: string): Kind | null {
  switch (kind) {
    case 'command':
      return null;
    case 'http':
      return method === 'json' ? 'answer' : method === 'text' ? 'json' : null;
    case 'bytes':
      return /^(?:transformToString|toString|text)$/.test(method)
        ? 'json'
        : method === 'transformToByteArray'
          ? 'bytes'
          : null;
    case 'eventBytes':
      return method === 'toString' ? 'eventJson' : null;
    case 'json':
    case 'eventJson':
      return method === 'trim' || method === 'toString' ? kind : null;
    case 'reason':
      return /^(?:toString|trim|valueOf)$/.test(method) ? 'reason' : null;
    case 'content':
      if (/^(?:find|findLast|at|shift|pop)$/.test(method)) return 'block';
      if (/^(?:filter|slice|concat|toReversed|reverse)$/.test(method)) return 'content';
      return /^(?:map|flatMap|reduce|join)$/.test(method) ? 'text' : null;
    case 'text':
      return 'text';
    case 'tool':
      return 'tool';
    case 'messageStream':
      if (/^(?:finalMessage)$/.test(method)) return 'answer';
      return method === 'finalText' ? 'text' : null;
    case 'model':
      if (/^(?:bind|bindTools|withConfig|withRetry)$/.test(method)) return 'model';
      if (dialect !== 'langChain') return null;
      return method === 'invoke' || method === 'call' ? 'answer' : method === 'stream' ? 'stream' : null;
    default:
      return null;
  }
}
