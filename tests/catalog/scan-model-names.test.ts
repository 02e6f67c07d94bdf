import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, printModelId, printModelName, scanModelNames } from '../../src/catalog/index.js';

const haiku = 'anthropic.claude-3-haiku-20240307-v1:0';

/** `whole | id` of every name found. */
function scan(text: string) {
  return scanModelNames(text).map(({ start, end, idStart, idEnd }) =>
    start === idStart && end === idEnd
      ? text.slice(start, end)
      : `${text.slice(start, end)} | ${text.slice(idStart, idEnd)}`,
  );
}

describe('scanModelNames finds', () => {
  it.each([
    // Punctuation after a name does not belong to it.
    [`Use ${haiku}.`, [haiku]],
    ['Use anthropic.claude-v2. Then stop', ['anthropic.claude-v2']],
    [`(${haiku}), '${haiku}': 1; "${haiku}"`, [haiku, haiku, haiku]],
    ['`anthropic.claude-sonnet-4-6`:', ['anthropic.claude-sonnet-4-6']],
    [
      '**anthropic.claude-v2** and *anthropic.claude-v2:1*,',
      ['anthropic.claude-v2', 'anthropic.claude-v2:1* | anthropic.claude-v2:1'],
    ],
    ['see anthropic.claude-v2.json', ['anthropic.claude-v2']],
    ['anthropic.claude-v2->new', ['anthropic.claude-v2']],
    [`${haiku}: 200`, [haiku]],
    // Places in URLs, ARNs and gateways.
    [`https://x/model/${haiku}/invoke`, [haiku]],
    ['/model/us.anthropic.claude-3-haiku-20240307-v1%3A0/converse', ['us.anthropic.claude-3-haiku-20240307-v1%3A0']],
    [
      'x=arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Fanthropic.claude-v2%3A1&',
      ['arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Fanthropic.claude-v2%3A1 | anthropic.claude-v2%3A1'],
    ],
    ['"::foundation-model/anthropic.claude-v2"', ['anthropic.claude-v2']],
    [
      `bedrock/arn:aws:bedrock:us-east-1:1:inference-profile/us.${haiku}`,
      [`bedrock/arn:aws:bedrock:us-east-1:1:inference-profile/us.${haiku} | us.${haiku}`],
    ],
    ['%22anthropic.claude-v2%22', ['anthropic.claude-v2']],
    // A name in one spelling behind an ARN in the other.
    [`arn:aws:bedrock:us-east-1::foundation-model%2F${haiku}`, [haiku]],
    // Escapes of JSON are no letters of the name.
    [String.raw`"\nus.anthropic.claude-v2\n"`, ['us.anthropic.claude-v2']],
    [String.raw`\tanthropic.claude-v2`, ['anthropic.claude-v2']],
    // What stands before a name that is no geography.
    [`\${geo}.${haiku}`, [haiku]],
    [`my-service.${haiku}`, [haiku]],
    [`models.eu.${haiku}`, [`eu.${haiku}`]],
    // Template holes in an ARN.
    [
      `!Sub arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${haiku}`,
      [`arn:\${AWS::Partition}:bedrock:\${AWS::Region}::foundation-model/${haiku} | ${haiku}`],
    ],
    [
      `f"arn:aws:bedrock:{region}:{os.getenv('ACCOUNT')}:inference-profile/us.${haiku}"`,
      [`arn:aws:bedrock:{region}:{os.getenv('ACCOUNT')}:inference-profile/us.${haiku} | us.${haiku}`],
    ],
    // IAM patterns.
    ['["anthropic.claude-sonnet-4-6*"]', ['anthropic.claude-sonnet-4-6* | anthropic.claude-sonnet-4-6']],
    ['inference-profile/*.anthropic.claude-sonnet-4-6', ['*.anthropic.claude-sonnet-4-6']],
    // Names of somebody's own resources.
    [
      'x arn:aws:bedrock:us-east-1:1:application-inference-profile/a1b2.',
      ['arn:aws:bedrock:us-east-1:1:application-inference-profile/a1b2'],
    ],
    [
      'arn:aws:bedrock:us-east-1:1:provisioned-model/abcdefghijkl',
      ['arn:aws:bedrock:us-east-1:1:provisioned-model/abcdefghijkl'],
    ],
    [
      'arn:aws:bedrock:us-east-1:1:default-prompt-router/anthropic.claude:1',
      ['arn:aws:bedrock:us-east-1:1:default-prompt-router/anthropic.claude:1'],
    ],
    [
      `arn:aws:bedrock:us-east-1:1:custom-model/${haiku}:200k/abcdefghijkl`,
      [`arn:aws:bedrock:us-east-1:1:custom-model/${haiku}:200k/abcdefghijkl`],
    ],
  ])('%s', (text, expected) => {
    expect(scan(text)).toEqual(expected);
  });
});

describe('scanModelNames passes over', () => {
  it.each([
    'anthropic.claude, anthropic.claude-, anthropic.claude-3 and anthropic.claude-opus',
    'startsWith("anthropic.claude-3-")',
    'anthropic.claude-*',
    '*anthropic.claude-*',
    'anthropic.claude-3-haiku-${date}-v1:0',
    'anthropic.claude-3-haiku${suffix}',
    'anthropic.claude-3-haiku_total',
    'anthropic.claude-3-haiku--v1:0',
    'myanthropic.claude-v2',
    'claude-3-haiku-20240307 anthropic/claude-3-haiku claude-3-haiku@20240307',
    'anthropic.claude-code-2.1.0.vsix',
    'arn:aws:bedrock:us-east-1:1:default-prompt-router/meta.llama:1',
    'arn:aws:bedrock:us-east-1:1:imported-model/abcdefghijkl',
    'arn:aws:bedrock:us-east-1:1:prompt/ABCDEFGHIJ:1',
    'arn:aws:bedrock:us-east-1:1:application-inference-profile/*',
    'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
    'arn:aws:s3:::bucket',
    'a2e8anthropic.claude-v2',
  ])('%s', (text) => {
    expect(scan(text)).toEqual([]);
  });
});

describe('scanModelNames', () => {
  it('prints what stands there, in order and without overlap', () => {
    const ids = catalog.models.map((model) => model.id);
    const piece = fc.oneof(
      fc.constantFrom(...ids, ...ids.map((id) => `us.${id}`), ...ids.map(encodeURIComponent)),
      fc.constantFrom(
        'arn:aws:bedrock:${region}::foundation-model/',
        'bedrock/',
        '*',
        ':200k',
        '\n',
        ' ',
        '"',
        '.',
        '-',
        '%2F',
        '\\n',
      ),
      fc.constantFrom('arn:aws:bedrock:us-east-1:1:application-inference-profile/abc', 'anthropic.claude-', 'é', '😀'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { name, start, end, idStart, idEnd } of scanModelNames(text)) {
          expect(text.slice(start, end)).toBe(printModelName(name));
          if (name.base !== '') expect(text.slice(idStart, idEnd)).toBe(printModelId(name));
          expect(start).toBeGreaterThanOrEqual(last);
          expect(idStart).toBeGreaterThanOrEqual(start);
          expect(idEnd).toBeLessThanOrEqual(end);
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('finds every ID between quotes, whatever stands around them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...catalog.models), fc.string(), fc.string(), (model, before, after) => {
        expect(scan(`${before}"${model.id}"${after}`)).toContain(model.id);
      }),
    );
  });

  // Each would take hours if the time grew with the square of the length, or worse.
  it.each([
    ['anthropic.claude-', 0],
    ['anthropic.claude-3-haiku_', 0],
    ['a.', 0],
    ['us.', 0],
    ['arn:aws:bedrock:', 0],
    ['arn:aws:bedrock:{', 0],
    ['bedrock/', 0],
    ['anthropic.claude-v2:0:', 100_000],
    ['-1', 0],
    ['%3A', 0],
  ])('stays linear on %j repeated', (piece, expected) => {
    expect(scanModelNames(`anthropic.claude-${piece.repeat(100_000)}`)).toHaveLength(expected);
  });
});
