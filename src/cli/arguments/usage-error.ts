/** The command line cannot be used as it stands. Ends the run with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
