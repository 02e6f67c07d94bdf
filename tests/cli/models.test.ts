import { describe, expect, it } from 'vitest';
import { AS_OF, createProject } from './project.js';

interface Answer {
  readonly asOf: string;
  readonly models: readonly {
    readonly id: string;
    readonly state: string;
    readonly daysLeft: number | null;
    readonly successor: { readonly id: string } | null;
  }[];
}

function models(...args: readonly string[]): Answer {
  using project = createProject();
  // The binary's own output, documented to have this shape.
  return JSON.parse(project.run('models', '--format', 'json', ...AS_OF, ...args).stdout) as Answer;
}

describe('models', () => {
  it('prints the calendar of every model', () => {
    using project = createProject();
    const { stdout, status } = project.run('models', ...AS_OF);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^MODEL +STATE +END OF LIFE +DAYS LEFT +\$ PER MILLION IN\/OUT +SUCCESSOR\n/);
    expect(stdout).toMatch(
      /\nanthropic\.claude-opus-4-1-20250805-v1:0 +legacy, extended +2027-01-08 +47 +15\/75 +global\.anthropic\.claude-opus-4-5-20251101-v1:0 \(5\/25 · 5\.5\/27\.5\)\n/,
    );
    expect(stdout).toMatch(
      /\nanthropic\.claude-sonnet-4-5-20250929-v1:0 +active +6 months after Legacy +3\/15 · 3\.3\/16\.5\n/,
    );
    expect(stdout).toContain('On 2026-11-22, by the catalog of ');
  });

  it.each([
    'anthropic.claude-3-haiku-20240307-v1:0',
    'us.anthropic.claude-3-haiku-20240307-v1:0',
    'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
    'bedrock/anthropic.claude-3-haiku-20240307-v1:0',
    'anthropic.claude-3-haiku-20240307-v1:0:200k',
    'claude-3-haiku-20240307',
  ])('knows %s', (spelling) => {
    expect(models(spelling).models.map(({ id }) => id)).toEqual(['anthropic.claude-3-haiku-20240307-v1:0']);
  });

  it('knows models by a part of their name', () => {
    const haiku3 = ['anthropic.claude-3-haiku-20240307-v1:0'];
    expect(models('claude-3-haiku').models.map(({ id }) => id)).toEqual(haiku3);
    expect(models('Claude 3 Haiku', '3-haiku').models.map(({ id }) => id)).toEqual(haiku3);
    expect(models('haiku 4.5').models.map(({ id }) => id)).toEqual(['anthropic.claude-haiku-4-5-20251001-v1:0']);
  });

  it('judges by the day', () => {
    expect(models('claude-3-haiku-20240307').models[0]).toMatchObject({
      state: 'endOfLife',
      endOfLifeOn: '2026-09-10',
      daysLeft: -73,
    });
    expect(models('claude-3-haiku-20240307', '--as-of', '2026-09-09').models[0]).toMatchObject({ daysLeft: 1 });
  });

  it('names the successor that the policy allows', () => {
    expect(models('claude-3-haiku-20240307', '--residency', 'eu').models[0]?.successor?.id).toBe(
      'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
    );
    expect(models('claude-3-haiku-20240307', '--target', 'latest').models[0]?.successor?.id).toBe(
      'global.anthropic.claude-haiku-5-5',
    );
    expect(models('us.anthropic.claude-3-haiku-20240307-v1:0', '--profile', 'keep').models[0]?.successor?.id).toBe(
      'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    );
  });

  it('proposes the nearest for an unknown ID and exits 2 when nothing matched', () => {
    using project = createProject();
    const { status, stdout, stderr } = project.run('models', ...AS_OF, 'anthropic.claude-sonnet-4-5-v1:0');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^bedrock-claude: No model "anthropic\.claude-sonnet-4-5-v1:0" in the catalog of .* Did you mean "anthropic\.claude-sonnet-4-5-20250929-v1:0"\?\n$/,
    );
  });

  it('prints what it knows although one ID is unknown', () => {
    using project = createProject();
    const { status, stdout, stderr } = project.run('models', ...AS_OF, 'claude-3-haiku-20240307', 'banana');
    expect(status).toBe(0);
    expect(stdout).toContain('anthropic.claude-3-haiku-20240307-v1:0');
    expect(stderr).toContain('No model "banana"');
  });
});
