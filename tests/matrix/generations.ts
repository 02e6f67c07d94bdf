/** What the programs are migrated from and to, from the vendors' lifecycle tables and independent of the catalog. */

export type Source = 'instant' | '2' | '3' | '3.5' | '3.7' | '4' | '4.1';
export type Target = 'nearest' | '4.6' | 'latest';
export type Family = 'haiku' | 'sonnet' | 'opus';

export const targets: readonly Target[] = ['nearest', '4.6', 'latest'];

export interface SourceModel {
  readonly family: Family;
  readonly id: string;
  /** Could be called without a profile. */
  readonly bare: boolean;
  /** Answers on the day of the test. */
  readonly alive?: true;
}

/** Families take turns over the programs of a generation. */
export const sourceModels: Readonly<Record<Source, readonly SourceModel[]>> = {
  instant: [{ family: 'haiku', id: 'anthropic.claude-instant-v1', bare: true }],
  '2': [
    { family: 'sonnet', id: 'anthropic.claude-v2', bare: true },
    { family: 'sonnet', id: 'anthropic.claude-v2:1', bare: true },
  ],
  '3': [
    { family: 'haiku', id: 'anthropic.claude-3-haiku-20240307-v1:0', bare: true },
    { family: 'sonnet', id: 'anthropic.claude-3-sonnet-20240229-v1:0', bare: true },
    { family: 'opus', id: 'anthropic.claude-3-opus-20240229-v1:0', bare: true },
  ],
  '3.5': [
    { family: 'sonnet', id: 'anthropic.claude-3-5-sonnet-20240620-v1:0', bare: true },
    { family: 'haiku', id: 'anthropic.claude-3-5-haiku-20241022-v1:0', bare: false },
    { family: 'sonnet', id: 'anthropic.claude-3-5-sonnet-20241022-v2:0', bare: true },
  ],
  '3.7': [{ family: 'sonnet', id: 'anthropic.claude-3-7-sonnet-20250219-v1:0', bare: false }],
  '4': [
    { family: 'sonnet', id: 'anthropic.claude-sonnet-4-20250514-v1:0', bare: false },
    { family: 'opus', id: 'anthropic.claude-opus-4-20250514-v1:0', bare: false },
  ],
  '4.1': [{ family: 'opus', id: 'anthropic.claude-opus-4-1-20250805-v1:0', bare: false, alive: true }],
};

/** The model each target is on 2026-11-22; Haiku has no generation 4.6. */
export const targetModels: Readonly<Record<Target, Readonly<Record<Family, string | null>>>> = {
  nearest: {
    haiku: 'anthropic.claude-haiku-4-5-20251001-v1:0',
    sonnet: 'anthropic.claude-sonnet-4-5-20250929-v1:0',
    opus: 'anthropic.claude-opus-4-5-20251101-v1:0',
  },
  '4.6': { haiku: null, sonnet: 'anthropic.claude-sonnet-4-6', opus: 'anthropic.claude-opus-4-6-v1' },
  latest: {
    haiku: 'anthropic.claude-haiku-5-5',
    sonnet: 'anthropic.claude-sonnet-5-5',
    opus: 'anthropic.claude-opus-5-5',
  },
};
