import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDependency, readManifest } from '../../../src/cli/changes/add-dependency.js';

const add = (text: string) => addDependency(text, 'my-package', '^1.2.3')?.text ?? null;

describe('addDependency', () => {
  it.each([
    [
      'in its place where the list is sorted',
      '{\n  "dependencies": {\n    "a": "1",\n    "z": "2"\n  }\n}\n',
      '{\n  "dependencies": {\n    "a": "1",\n    "my-package": "^1.2.3",\n    "z": "2"\n  }\n}\n',
    ],
    [
      'first where that is its place',
      '{\n  "dependencies": {\n    "z": "2"\n  }\n}\n',
      '{\n  "dependencies": {\n    "my-package": "^1.2.3",\n    "z": "2"\n  }\n}\n',
    ],
    [
      'last where that is its place',
      '{\n\t"dependencies": {\n\t\t"a": "1"\n\t}\n}',
      '{\n\t"dependencies": {\n\t\t"a": "1",\n\t\t"my-package": "^1.2.3"\n\t}\n}',
    ],
    [
      'last where the list is not sorted',
      '{ "dependencies": { "z": "2", "a": "1" } }',
      '{ "dependencies": { "z": "2", "a": "1", "my-package": "^1.2.3" } }',
    ],
    [
      'into an empty list',
      '{\n  "name": "x",\n  "dependencies": {}\n}\n',
      '{\n  "name": "x",\n  "dependencies": {\n    "my-package": "^1.2.3"\n  }\n}\n',
    ],
    [
      'in a list of its own before those of other kinds',
      '{\n  "name": "x",\n  "devDependencies": {\n    "a": "1"\n  }\n}\n',
      '{\n  "name": "x",\n  "dependencies": {\n    "my-package": "^1.2.3"\n  },\n  "devDependencies": {\n    "a": "1"\n  }\n}\n',
    ],
    [
      'in a list of its own at the end',
      '{\n    "name": "x",\n    "private": true\n}\n',
      '{\n    "name": "x",\n    "private": true,\n    "dependencies": {\n        "my-package": "^1.2.3"\n    }\n}\n',
    ],
    [
      'with the byte order mark and line ends of the file',
      '\uFEFF{\r\n  "name": "x"\r\n}\r\n',
      '\uFEFF{\r\n  "name": "x",\r\n  "dependencies": {\r\n    "my-package": "^1.2.3"\r\n  }\r\n}\r\n',
    ],
  ])('writes the dependency %s', (_how, before, after) => {
    expect(add(before)).toBe(after);
  });

  it.each(['', '{}', '[]', '{ "dependencies": [] }', '{ "dependencies": {', '{ "dependencies": null, }'])(
    'gives up on %j',
    (text) => {
      expect(add(text)).toBeNull();
    },
  );

  it('adds one entry and changes nothing else', () => {
    const versions = fc.dictionary(fc.stringMatching(/^[a-z@/"\\-]{1,8}$/), fc.stringMatching(/^[\^~]?\d$/));
    const manifest = fc.record(
      { name: fc.string(), dependencies: versions, devDependencies: versions, extra: fc.jsonValue() },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(manifest, fc.constantFrom(undefined, 2, 4, '\t'), (content, indent) => {
        const text = JSON.stringify(content, null, indent);
        const after = add(text) ?? '';
        const { dependencies, ...rest } = content;
        const expected = { ...rest, dependencies: { ...dependencies, 'my-package': '^1.2.3' } };
        expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify(expected)));
        expect(readManifest(after)?.names.has('my-package')).toBe(true);
      }),
    );
  });
});

describe('readManifest', () => {
  it('knows packages of every kind', () => {
    const text = '{ "name": "x", "devDependencies": { "a": "1" }, "peerDependencies": { "b": "1" } }';
    expect(readManifest(text)).toEqual({ names: new Set(['a', 'b']), ownName: 'x', isMarker: false });
  });

  it('knows a file that only says how sources are loaded', () => {
    expect(readManifest('{ "type": "module" }')?.isMarker).toBe(true);
    expect(readManifest('{ "private": true }')?.isMarker).toBe(false);
  });

  it('reads nothing where there is no JSON', () => {
    expect(readManifest('{')).toBeNull();
  });
});
