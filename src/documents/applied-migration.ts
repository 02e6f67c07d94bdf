/**
 * Whether a file is a step in the history of a database schema: `migrations/20240101120000_add_model.ts`, `migrations/0001-init.js`.
 * Once it has run, a change to it reaches no database, and tools that keep checksums refuse to start.
 */
export function isAppliedMigration(path: string): boolean {
  return /(?:^|[\\/])migrations?[\\/](?:[^\\/]+[\\/])?(?:[vV]?\d{3,}[^\\/]*|[^\\/]*\d{8,}[^\\/]*)$/.test(path);
}
