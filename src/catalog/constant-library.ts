/** A library whose constants stand for model IDs. */
export interface ConstantLibrary {
  readonly package: string;
  readonly version: string;
  /** The file of the package that defines the constants. */
  readonly file: string;
  /** `arguments`: texts that a function takes, `a.ai.model('Claude Haiku 4.5')`; constants everywhere else. */
  readonly names?: 'arguments';
  /** How code imports what holds them: `aws-cdk-lib` + `aws_bedrock.FoundationModelIdentifier`. */
  readonly exports: readonly { readonly module: string; readonly path: string }[];
  /** Its constructs for cross-region inference profiles: the file that defines them, and the geographies every version has. */
  readonly profiles?: { readonly file: string; readonly scopes: Readonly<Record<string, string>> };
  /** Member → ID in `version`. */
  readonly constants: Readonly<Record<string, string>>;
}
