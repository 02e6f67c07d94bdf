import type { Format } from './document.js';

const formatByExtension: Readonly<Record<string, Format>> = {
  ...all('javascript', 'js jsx mjs cjs ts tsx mts cts'),
  ...all('json', 'json jsonc json5 jsonl ndjson code-workspace webmanifest tfstate'),
  ...all('yaml', 'yaml yml'),
  ...all('toml', 'toml'),
  ...all('env', 'env properties ini cfg conf'),
  ...all('terraform', 'tf tfvars hcl tofu'),
  ...all('markdown', 'md mdx markdown rst adoc asciidoc mdc'),
  ...all('notebook', 'ipynb'),
  ...all('shell', 'sh bash zsh fish ksh bats dockerfile ps1'),
  ...all(
    'code',
    'py pyi java go rs cs rb kt kts php swift vue svelte astro scala c h cc cpp hpp dart lua ex exs clj groovy gradle r jl fs vb bicep',
  ),
};

const formatByName: Readonly<Record<string, Format>> = {
  dockerfile: 'shell',
  containerfile: 'shell',
  makefile: 'shell',
  justfile: 'shell',
  jenkinsfile: 'code',
  rakefile: 'code',
  gemfile: 'code',
  '.babelrc': 'json',
  '.eslintrc': 'json',
  '.prettierrc': 'yaml',
  '.envrc': 'env',
};

/** How a file is read, by its name alone. */
export function formatOf(path: string): Format {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (name === '.env' || name.startsWith('.env.') || name.startsWith('dotenv')) return 'env';
  const byName = formatByName[name] ?? (name.startsWith('dockerfile.') ? 'shell' : undefined);
  if (byName) return byName;
  return formatByExtension[extensionOf(name)] ?? withoutSampleEnding(name);
}

/** The text behind the last dot, in lower case; empty when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

// `terraform.tfvars.example` and `config.yaml.sample` are read as what they are samples of.
function withoutSampleEnding(name: string): Format {
  const sample = /\.(?:example|sample|template|tmpl|tpl|dist|default|local|bak)$/.exec(name);
  return sample ? formatOf(name.slice(0, sample.index)) : 'text';
}

function all(format: Format, extensions: string): Record<string, Format> {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, format]));
}
