/** Something that could not be read, named so that a report can list it; the run goes on. */
export interface ProjectError {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly message: string;
}
