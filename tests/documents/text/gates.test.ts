import { expect, it } from 'vitest';
import { documentOf } from './places.js';

function gates(text: string, path = 'app.py') {
  return documentOf(path, text).modelGates.map(({ kind, patterns, geography }) => ({ kind, patterns, geography }));
}

it.each([
  ['if "claude-3" in model_id:', 'includes'],
  ['if "claude-3" not in model_id:', 'includes'],
  ['if model_id.startswith("claude-3"):', 'startsWith'],
  ['if model_id.endswith("claude-3"):', 'endsWith'],
  ['if model_id.find("claude-3") >= 0:', 'includes'],
  ['if re.match(r"claude-3", model_id):', 'regex'],
])('reads %s', (text, kind) => {
  expect(gates(text)).toEqual([{ kind, patterns: ['claude-3'], geography: false }]);
});

it('reads equality with an ID', () => {
  expect(gates('if model == "anthropic.claude-v2":')).toEqual([
    { kind: 'equality', patterns: ['anthropic.claude-v2'], geography: false },
  ]);
});

it('passes over equality with a name of the program itself', () => {
  expect(gates('if model == "claude-v2":')).toEqual([]);
});

it('joins the members of a tuple', () => {
  expect(gates('if model_id.startswith(("us.", "eu.")):')).toEqual([
    { kind: 'startsWith', patterns: ['us.', 'eu.'], geography: true },
  ]);
});

it('joins the members of a list', () => {
  expect(gates('if m in ["anthropic.claude-v2", "anthropic.claude-instant-v1"]:')).toEqual([
    { kind: 'list', patterns: ['anthropic.claude-v2', 'anthropic.claude-instant-v1'], geography: false },
  ]);
});

it.each([
  ['Main.java', 'if (modelId.contains("claude-3")) {}'],
  ['main.go', 'if strings.Contains(id, "claude-3") {}'],
  ['main.rs', 'if id.contains("claude-3") {}'],
  ['app.php', 'if (strpos($id, "claude-3") !== false) {}'],
])('reads %s', (path, text) => {
  expect(gates(text, path)).toEqual([{ kind: 'includes', patterns: ['claude-3'], geography: false }]);
});

it('covers the string with its quotes', () => {
  const text = 'x = "claude-3" in model_id';
  expect(documentOf('app.py', text).modelGates.map(({ range }) => text.slice(...range))).toEqual(['"claude-3"']);
});

it('sees no gate in words for people, nor in tests', () => {
  expect([...gates('print("claude-3")\nx = "claude-3"\n'), ...gates('assert "claude-3" in x', 'test_app.py')]).toEqual(
    [],
  );
});

it.each(['model_id.split(".")[0]', "model_id.split('.', 1)[0]", 'self.model.split(".")[1]'])(
  'sees that %s takes an ID apart',
  (text) => {
    expect(gates(`vendor = ${text}`)).toEqual([{ kind: 'split', patterns: ['.'], geography: false }]);
  },
);

it.each(['model_id.split(":")[0]', 'model_id.split(".")[-1]', 'file.split(".")[0]'])(
  'passes over %s, which is the same for every form or no ID',
  (text) => {
    expect(gates(`vendor = ${text}`)).toEqual([]);
  },
);
