/** Options as a person wrote them, not yet checked. */
export type WrittenOptions = Readonly<Record<string, unknown>>;

/** A configuration file as a person wrote it. */
export interface ConfigFile {
  readonly path: string;
  readonly options: WrittenOptions;
}
