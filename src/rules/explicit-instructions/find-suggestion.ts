import { suggestionWords } from './suggestion-words.js';

const objects: ReadonlySet<string> = new Set(suggestionWords.objects);

/** The part of a text that asks for a proposal, from its first word to what is to be proposed; `null` where there is none. */
export function findSuggestion(text: string): string | null {
  const lower = text.toLowerCase();
  for (const request of suggestionWords.requests) {
    for (let start = lower.indexOf(request); start >= 0; start = lower.indexOf(request, start + 1)) {
      const after = start + request.length;
      const isWhole = !/\w/.test(lower.charAt(start - 1)) && !/\w/.test(lower.charAt(after));
      const end = isWhole ? endOfObject(lower, after) : null;
      if (end !== null) return text.slice(start, end);
    }
  }
  return null;
}

/** Longer sentences ask for more than one thing. */
const mostCharacters = 120;

function endOfObject(text: string, from: number): number | null {
  const [sentence = ''] = text.slice(from, from + mostCharacters).split(/[.?!\n]/, 1);
  for (const { 0: word, index } of sentence.matchAll(/[a-z]+/g))
    if (objects.has(word)) return from + index + word.length;
  return null;
}
