import { describe, expect, it } from 'vitest';
import { documentOf, placesIn, positionsIn } from './places.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';
const sonnet = 'anthropic.claude-3-5-sonnet-20240620-v1:0';
const scanned = 'only scanned, not parsed';

/** Positions without the reason that all scanned code shares. */
function python(text: string) {
  return placesIn('app.py', text).map(({ position }) => position);
}

describe('Python', () => {
  it('reports an assignment without offering an edit', () => {
    expect(placesIn('app.py', `MODEL_ID = "us.${haiku}"\n`)).toEqual([
      { id: `us.${haiku}`, position: 'constant', level: 'warning', fixed: scanned },
    ]);
  });

  it.each([
    ['a keyword argument', `client.converse(modelId="${haiku}")`, 'constant'],
    ['an argument', `Agent("${haiku}")`, 'constant'],
    ['a URL', `post(f"{base}/model/${haiku}/invoke")`, 'request'],
    ['a value of a dict', `body = {"modelId": "${haiku}"}`, 'constant'],
    ['a variable read with a fallback', `os.environ.get("MODEL_ID", "${haiku}")`, 'default'],
    ['a variable read with a fallback over lines', `os.getenv(\n    "MODEL_ID",\n    "${haiku}",\n)`, 'default'],
    ['an alternative', `model = model or "${haiku}"`, 'default'],
    ['a parameter', `def ask(model_id: str = "${haiku}", n=1):\n    pass`, 'default'],
    ['an option of a command', `parser.add_argument("--model", default="${haiku}")`, 'default'],
    ['the first argument of a reader', `prices.get("${haiku}", 0)`, 'constant'],
    ['a key', `prices = {"${haiku}": 0.25}`, 'key'],
    ['a subscript', `prices["${haiku}"]`, 'key'],
    ['an equality', `if model_id == "${haiku}":`, 'comparison'],
    ['an equality from the left', `if "${haiku}" == model_id:`, 'comparison'],
    ['a member of a tuple', `if model_id in ("${haiku}", "${sonnet}"):`, 'comparison'],
    ['a prefix', `model_id.startswith("${haiku}")`, 'comparison'],
    ['an assertion', `assert model_id == "${haiku}"`, 'assertion'],
    ['a type', `Model = Literal["${haiku}", "x"]`, 'type'],
    ['a comment', `# model_id = "${haiku}"`, 'prose'],
    ['a docstring', `def f():\n    """Uses ${haiku} by default."""`, 'prose'],
    ['a message', `print(f"Using ${haiku}")`, 'prose'],
    ['a help text', `add_argument("--m", help="${haiku}")`, 'prose'],
    [
      'a resource of a policy',
      `PolicyStatement(actions=["bedrock:InvokeModel"], resources=[f"arn:aws:bedrock:{self.region}::foundation-model/${haiku}"])`,
      'policy',
    ],
  ])('reads %s', (_, text, position) => {
    expect(python(text)[0]).toBe(position);
  });

  it('takes a list of two models for a table', () => {
    expect(python(`MODELS = [\n    "${haiku}",\n    "${sonnet}",\n]`)).toEqual(['table', 'table']);
  });

  it('takes rows that each name a model for a table', () => {
    expect(python(`MODELS = [{"id": "${haiku}"}, {"id": "${sonnet}"}]`)).toEqual(['table', 'table']);
  });

  it('takes a dict from model names for a table, one from roles for constants', () => {
    expect(
      python(`A = {"haiku-3": "${haiku}", "sonnet": "${sonnet}"}\nB = {"fast": "${haiku}", "smart": "${sonnet}"}`),
    ).toEqual(['table', 'table', 'constant', 'constant']);
    expect(python(`A = {"haiku": "${haiku}", "sonnet": "${sonnet}"}`)).toEqual(['constant', 'constant']);
  });

  it('takes two arguments of one call for constants', () => {
    expect(python(`route("${haiku}", "${sonnet}")`)).toEqual(['constant', 'constant']);
  });

  it('knows a hole for the geography', () => {
    const [reference] = documentOf(
      'app.py',
      `arn = f"arn:aws:bedrock:{region}:{account}:inference-profile/{geo}.${haiku}"`,
    ).modelReferences;
    expect(reference).toMatchObject({ form: 'template', position: 'constant' });
  });

  it('leaves out a name that goes on in a hole', () => {
    expect(python('model = f"anthropic.claude-3-haiku-{version}"')).toEqual([]);
  });

  it('takes everything in a test for an assertion or a note', () => {
    expect(
      placesIn('tests/test_app.py', `MODEL = "${haiku}"\nP = {"${haiku}": 1}`).map(({ position, level }) => [
        position,
        level,
      ]),
    ).toEqual([
      ['assertion', 'note'],
      ['key', 'note'],
    ]);
  });
});

describe('other languages', () => {
  it.each([
    ['Main.java', `String id = "${haiku}"; // ${haiku}`, ['constant', 'prose']],
    ['Main.java', `.resources(List.of("arn:aws:bedrock:" + getRegion() + "::foundation-model/${haiku}"))`, ['policy']],
    [
      'Constants.cs',
      `class C { const string A = "${haiku}"; const string B = "${sonnet}"; }`,
      ['constant', 'constant'],
    ],
    [
      'main.rs',
      `const ID: &str = "${haiku}"; fn f<'a>(x: &'a str) { match x { "${sonnet}" => 1 } }`,
      ['constant', 'key'],
    ],
    ['main.go', `if strings.HasPrefix(id, "${haiku}") {}\nm := map[string]int{"${sonnet}": 1}`, ['comparison', 'key']],
    ['app.rb', `model = ENV.fetch("MODEL", "${haiku}")`, ['default']],
    ['App.kt', `val models = listOf("${haiku}", "${sonnet}")`, ['table', 'table']],
    ['App.vue', `<!-- ${haiku} -->\n<script>const id = '${haiku}'</script>`, ['prose', 'constant']],
    ['x.swift', `let url = "https://bedrock-runtime.us-east-1.amazonaws.com/model/${haiku}/converse"`, ['request']],
  ])('reads %s', (path, text, positions) => {
    expect(placesIn(path, text).map(({ position }) => position)).toEqual(positions);
  });

  it('reads a script without an ending by its first line', () => {
    expect(positionsIn('bin/generate', `#!/usr/bin/env python3\n# e.g. ${haiku}\nMODEL = "${haiku}"\n`)).toEqual([
      'prose: prose',
      `constant: ${scanned}`,
    ]);
  });
});
