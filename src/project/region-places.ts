/** `.env.example`: who copies it fills in a region of his own. */
export function isTemplate(path: string): boolean {
  return /(?:^|\/)\.env[\w.-]*[._-](?:example|sample|template|dist)$/.test(path);
}

/** Examples run where they like; that says nothing of the program beside them. */
export function exampleOf(path: string): string | null {
  return /^(?:.*\/)?(?:examples?|samples?|demos?)\//.exec(path)?.[0] ?? null;
}
