/** An expression in a program, printed as it is. */
class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function expression(text: string): Expression {
  return new Expression(text);
}

export type SourceValue =
  | string
  | number
  | boolean
  | Expression
  | undefined
  | readonly SourceValue[]
  | { readonly [name: string]: SourceValue };

const width = 100;

/** A value as a programmer writes it: on one line where that has room, otherwise a line for each element. `undefined` is left out. */
export function toSource(value: SourceValue, indent = 0): string {
  const short = onOneLine(value);
  if (indent + short.length <= width && !short.includes('\n')) return short;
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  if (isList(value)) {
    return `[\n${value.map((each) => `${inner}${toSource(each, indent + 2)},\n`).join('')}${outer}]`;
  }
  if (typeof value !== 'object' || value instanceof Expression) return short;
  const members = membersOf(value).map(([name, each]) => `${inner}${member(name, toSource(each, indent + 2))},\n`);
  return `{\n${members.join('')}${outer}}`;
}

function onOneLine(value: SourceValue): string {
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Expression) return value.text;
  if (isList(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = membersOf(value).map(([name, each]) => member(name, onOneLine(each)));
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function membersOf(value: Readonly<Record<string, SourceValue>>) {
  return Object.entries(value).filter(([, each]) => each !== undefined);
}

function member(name: string, value: string) {
  if (name === value) return name;
  return `${/^\w+$/.test(name) ? name : quoted(name)}: ${value}`;
}

function quoted(text: string) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function isList(value: SourceValue): value is readonly SourceValue[] {
  return Array.isArray(value);
}
