import type { CatalogModel, Day, Family, Scope } from './schema.js';

export type LifecycleState = 'active' | 'legacy' | 'extendedAccess' | 'endOfLife' | 'unknown';

/** What holds for a model on a day, derived from dates alone. */
export interface LifecycleOn {
  readonly state: LifecycleState;
  readonly legacyOn: Day | null;
  readonly extendedAccessOn: Day | null;
  readonly endOfLifeOn: Day | null;
  readonly endOfLifeNotBefore: Day | null;
  /** Months for which an active model stays once it becomes Legacy, where they reach further than its floor; `null` where they don't. */
  readonly noticeMonths: number | null;
  /** `false` when the region asked for is named by no row: the verdict is then inferred. */
  readonly certain: boolean;
}

export type Target = 'nearest' | 'latest' | (string & {}) | Readonly<Partial<Record<Family, string>>>;

export interface SuccessorQuery {
  readonly target: Target;
  readonly day: Day;
  readonly minRunwayDays: number;
  /** Only models that offer this profile; omitted = any. */
  readonly scope?: Scope;
}

/** Models and questions about them. Immutable; an overlay makes a new one. */
export interface Catalog {
  /** Newest day on which any fact was checked. */
  readonly checkedOn: Day;
  readonly models: readonly CatalogModel[];
  /** `id` is a base ID: no geography, no context suffix. Aliases and `mantleId`s are known too. */
  findModel(id: string): CatalogModel | undefined;
  findModelByFirstPartyId(id: string): CatalogModel | undefined;
  lifecycleOn(model: CatalogModel, day: Day, region?: string | null): LifecycleOn;
  /** The model that takes over under a policy; `undefined` when none qualifies. */
  successorOf(model: CatalogModel, query: SuccessorQuery): CatalogModel | undefined;
  /** Newest active model of the family that carries on from `model`. */
  newestInFamily(model: CatalogModel, day: Day): CatalogModel | undefined;
  /** The known model that an ID which never existed most likely means. */
  intendedModel(id: string): CatalogModel | undefined;
  /** Whether an unknown ID could be a model that is newer than the data, rather than one that never existed. */
  mayBeNewer(id: string): boolean;
  /** Scopes in which Bedrock may serve a request that starts in `region`, narrowest first. */
  scopesOfRegion(region: string): readonly Scope[];
  /** The last day up to `day` on which a verdict about any model changed, warnings that many days before an end included. */
  lastLifecycleEvent(day: Day, warnWithinDays?: number): Day;
}
