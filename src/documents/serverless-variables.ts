/** The settings that a text of Serverless makes ARNs of foundation models of: `…foundation-model/${self:custom.modelId}`, each as its keys. */
export function serverlessPaths(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(behindArn)].flatMap(([, inner = '']) =>
    [...inner.matchAll(self)].map(([, path = '']) => path.split('.')),
  );
}

// A hole in the hole chooses one of the entries below: `${self:custom.models.${sls:stage}}`.
const behindArn = /foundation-model\/\$\{([^{}]{1,200})(?:\}|\$\{)/g;
const self = /(?:^|[\s,])self:([\w.-]{1,120})/g;
