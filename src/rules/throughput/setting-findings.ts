import type { ModelConstraints } from '../../catalog/constraints.js';
import type { ServiceTier } from '../../catalog/schema.js';
import type { Document } from '../../documents/document.js';
import type { ModelCall } from '../../documents/facts.js';
import { textsOf } from '../../documents/static-value.js';
import type { RequestFacts, RequestField } from '../../documents/request.js';
import type { Policy } from '../../policy/policy.js';
import type { FieldFinding } from '../request/field-findings.js';
import { fieldPlace } from '../request/field-place.js';
import type { Refusal } from '../request/refusal-of.js';
import { refusalOf } from '../request/refusal-of.js';
import { reservedAdvice } from './reserved-advice.js';

type MessageId = 'latency' | 'tier' | `${'latency' | 'tier'}For${'Successor' | 'Target'}`;
type Found = FieldFinding<MessageId, 'dropThroughputSetting'>;

const messageOf = {
  latency: { named: 'latency', successor: 'latencyForSuccessor', target: 'latencyForTarget' },
  tier: { named: 'tier', successor: 'tierForSuccessor', target: 'tierForTarget' },
} as const;
const tiers: ReadonlySet<string> = new Set<ServiceTier>(['priority', 'flex', 'reserved']);

/** Latency and tier that a request asks for and its model is not served with. */
export function* settingFindings(call: ModelCall, document: Document, policy: Policy): Iterable<Found> {
  const { request } = call;
  if (!request) return;
  for (const field of request.settings.latency ?? []) {
    if (!textsOf(field.value).some(({ text }) => text === 'optimized')) continue;
    const refusal = refusalOf(call, policy, ({ throughput }) => throughput.latencyOptimized === false);
    if (refusal) yield toFinding('latency', { field, refusal, call, request, document, policy });
  }
  for (const field of request.settings.serviceTier ?? []) {
    const tier = tierOf(field);
    const refusal = tier && refusalOf(call, policy, (constraints) => isRefused(constraints, tier));
    if (refusal) yield toFinding('tier', { field, refusal, call, request, document, policy }, tier);
  }
}

function isRefused({ throughput }: ModelConstraints, tier: ServiceTier) {
  return throughput.serviceTiers[tier] === false;
}

/** `'flex'`, or `{ type: 'flex' }` as Converse has it. */
function tierOf({ value, object }: RequestField): ServiceTier | null {
  const inner = object?.fields.filter(({ path }) => path.at(-1) === 'type').map((field) => field.value) ?? [];
  return [value, ...inner].flatMap((each) => textsOf(each).map(({ text }) => text)).find(isTier) ?? null;
}

function isTier(text: string): text is ServiceTier {
  return tiers.has(text);
}

interface Setting {
  readonly field: RequestField;
  readonly refusal: Refusal;
  readonly call: ModelCall;
  readonly request: RequestFacts;
  readonly document: Document;
  readonly policy: Policy;
}

function toFinding(
  kind: 'latency' | 'tier',
  { field, refusal, call, request, document, policy }: Setting,
  tier: ServiceTier | null = null,
): Found {
  const { model, basis, id, isCertain } = refusal;
  const isOffered = refusal.refusal?.takenBy !== undefined || (basis === 'successor' && !isCertain);
  const owner = ownerOf(field, request);
  const why = whyLeft(field, owner, document) ?? (isOffered ? 'a model that is named offers it' : null);
  const edit = why === null ? owner.removal : null;
  const buy =
    tier === null || tier === 'reserved' ? '' : `. ${reservedAdvice(basis === 'target' ? null : model, policy)}`;
  return {
    field,
    finding: {
      messageId: messageOf[kind][basis],
      data: { name: model.name, id: id ?? '', tier: tier ?? '', advice: `Remove the setting${buy}` },
      level: 'warning',
      repairs: edit
        ? [{ id: 'dropThroughputSetting', data: { setting: owner.path[0] ?? '' }, safety: 'review', edits: [edit] }]
        : [],
      ...(edit ? {} : { unrepaired: why ?? 'it cannot be taken out without what is written around it' }),
      ...fieldPlace(field, call, document),
    },
  };
}

function whyLeft({ isShared }: RequestField, owner: RequestField, { path }: Document) {
  if (owner.property.path !== path) return `it is set in ${owner.property.path}`;
  return isShared ? 'other code may use the same object' : null;
}

/** The property that goes: the one around the setting where that holds nothing else. */
function ownerOf(field: RequestField, { root }: RequestFacts): RequestField {
  if (field.path.length < 2) return field;
  const around = root?.fields.filter(({ path }) => path.length === 1 && path[0] === field.path[0]) ?? [];
  const [only] = around;
  const holdsNothingElse = only?.object?.isComplete === true && only.object.fields.length === 1;
  return around.length === 1 && only && holdsNothingElse ? only : field;
}
