/** Hosts that serve npm packages by their name. */
const hosts =
  /^https:\/\/(?:esm\.sh\/(?:v\d+\/|stable\/|gh\/)?|cdn\.skypack\.dev\/(?:-\/)?|cdn\.jsdelivr\.net\/npm\/|unpkg\.com\/|esm\.run\/|ga\.jspm\.io\/npm:|jspm\.dev\/)/;

/** The bare specifier of an npm package that is imported by its address: `npm:ai@5`, `https://esm.sh/@aws-sdk/client-bedrock-runtime@3`. */
export function packageSpecifier(specifier: string): string {
  if (!specifier.startsWith('npm:') && !specifier.startsWith('https:')) return specifier;
  const rest = specifier.replace(/^npm:\/?/, '').replace(hosts, '');
  if (rest.startsWith('https:')) return specifier;
  const [path = ''] = rest.split(/[?#]/, 1);
  const [, scope = '', name = '', inside = ''] = /^(@[^/]+\/)?([^@/]*)(?:@[^/]*)?(.*)$/.exec(path) ?? [];
  return `${scope}${name}${inside === '/+esm' ? '' : inside}`;
}
