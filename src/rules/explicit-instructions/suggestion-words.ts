/** English words by which a text asks for a proposal where an action may be meant, and those by which a tool says that it acts. */
export const suggestionWords = {
  /** What a person asks of somebody who is to propose, in lower case. */
  requests: [
    ...['can you suggest', 'could you suggest', 'would you suggest', 'please suggest'],
    ...['can you recommend', 'could you recommend', 'would you recommend', 'please recommend'],
    ...['can you propose', 'could you propose', 'would you propose', 'please propose'],
  ],
  /** What is to be proposed: something that a tool could do. */
  objects: [
    ...['change', 'changes', 'edit', 'edits', 'fix', 'fixes', 'improvement', 'improvements', 'update', 'updates'],
    ...['refactoring', 'refactorings', 'optimization', 'optimizations', 'correction', 'corrections'],
  ],
  /** Words in the names of tools that change something. */
  actions: [
    ...['edit', 'write', 'create', 'update', 'delete', 'remove', 'insert', 'replace', 'modify', 'rename', 'move'],
    ...['apply', 'patch', 'run', 'execute', 'commit', 'send', 'bash', 'save', 'set'],
  ],
} as const;
