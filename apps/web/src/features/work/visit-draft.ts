import type { RouteInput, routes, Visit } from '@jince/contract';

export type VisitBody = RouteInput<typeof routes.logVisit>['body'];

/** 草稿 → 待发送 → 发送中 → 已发送, or 发送失败 with its reason; nothing is deleted before the server has it. */
export type DraftState = 'draft' | 'queued' | 'sending' | 'sent' | 'failed';

export interface VisitValues {
  readonly visitedOn: string;
  readonly channel: VisitBody['channel'];
  readonly result: VisitBody['result'] | '';
  readonly step: string;
  readonly person: string;
  readonly summary: string;
  readonly nextStep: string;
  readonly nextOn: string;
}

export interface DraftPhoto {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  readonly sent: boolean;
}

/** One visit as it is written and kept on this device. */
export interface VisitDraft {
  /** Made here; the server logs one visit under it however often it is sent. */
  readonly id: string;
  readonly account: string;
  readonly targetId: string;
  readonly name: string;
  readonly campaignTitle: string;
  readonly values: VisitValues;
  readonly photos: readonly DraftPhoto[];
  readonly state: DraftState;
  /** The server has the visit; photos may still wait. */
  readonly logged: boolean;
  /** Why it failed, or why it still waits. */
  readonly reason: string | null;
  readonly attempts: number;
  /** Epoch milliseconds before which it is not tried again. */
  readonly retryAt: number;
  /** Someone else logged a visit of the same target on the same day; both are kept. */
  readonly alsoLoggedBy: string | null;
  /** What the server remarks, such as that the campaign had closed. */
  readonly note: string | null;
  /** The server already held other words under this id: an earlier sending had arrived after all. */
  readonly differs: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
}

export interface DraftTarget {
  readonly id: string;
  readonly name: string;
  readonly campaignTitle: string;
}

export function newDraft(of: {
  id: string;
  account: string;
  target: DraftTarget;
  today: string;
  now: number;
}): VisitDraft {
  return {
    id: of.id,
    account: of.account,
    targetId: of.target.id,
    name: of.target.name,
    campaignTitle: of.target.campaignTitle,
    values: {
      visitedOn: of.today,
      channel: 'on-site',
      result: '',
      step: '',
      person: '',
      summary: '',
      nextStep: '',
      nextOn: '',
    },
    photos: [],
    state: 'draft',
    logged: false,
    reason: null,
    attempts: 0,
    retryAt: 0,
    alsoLoggedBy: null,
    note: null,
    differs: false,
    createdAt: of.now,
    changedAt: of.now,
  };
}

/** The text of a visit can be changed until the server has it or while it is on its way. */
export const isEditable = (draft: VisitDraft): boolean =>
  !draft.logged && draft.state !== 'sending' && draft.state !== 'sent';

/** Photos may still be added or taken away while any of the visit is on this device. */
export const mayChangePhotos = (draft: VisitDraft): boolean => draft.state !== 'sending' && draft.state !== 'sent';

/**
 * A change merged field by field into what is kept, so that a photo taken in one window and words typed in another
 * both stay. Undefined when the draft can no longer be changed.
 */
export function changeValues(draft: VisitDraft, patch: Partial<VisitValues>, now: number): VisitDraft | undefined {
  if (!isEditable(draft)) return undefined;
  return { ...draft, values: { ...draft.values, ...patch }, state: 'draft', reason: null, changedAt: now };
}

export function addPhotos(draft: VisitDraft, photos: readonly DraftPhoto[], now: number): VisitDraft | undefined {
  if (!mayChangePhotos(draft)) return undefined;
  const known = new Set(draft.photos.map((photo) => photo.key));
  return {
    ...draft,
    photos: [...draft.photos, ...photos.filter((photo) => !known.has(photo.key))],
    changedAt: now,
  };
}

export function removePhoto(draft: VisitDraft, key: string, now: number): VisitDraft | undefined {
  if (!mayChangePhotos(draft)) return undefined;
  return { ...draft, photos: draft.photos.filter((photo) => photo.key !== key || photo.sent), changedAt: now };
}

export type MissingField = 'visitedOn' | 'future' | 'result' | 'summary' | 'nextOn';

/** What keeps a visit from being sent, in the order of the form. */
export function missingOf(values: VisitValues, today: string): MissingField[] {
  return [
    ...(values.visitedOn === '' ? ['visitedOn' as const] : values.visitedOn > today ? ['future' as const] : []),
    ...(values.result === '' ? ['result' as const] : []),
    ...(values.summary.trim().length < 2 ? ['summary' as const] : []),
    ...(values.nextOn !== '' && values.nextOn < values.visitedOn ? ['nextOn' as const] : []),
  ];
}

export function bodyOf(draft: VisitDraft): VisitBody {
  const { values } = draft;
  return {
    id: draft.id,
    visitedOn: values.visitedOn,
    channel: values.channel,
    result: values.result === '' ? 'contacted' : values.result,
    summary: values.summary.trim(),
    person: values.person.trim() || null,
    step: values.step || null,
    nextStep: values.nextStep.trim() || null,
    nextOn: values.nextOn || null,
  };
}

export const queue = (draft: VisitDraft): VisitDraft => ({ ...draft, state: 'queued', reason: null, retryAt: 0 });

/** The server has the visit; it says who else was there that day, and what it already held. */
export function accepted(draft: VisitDraft, visit: Visit): VisitDraft {
  const body = bodyOf(draft);
  const same = (['visitedOn', 'channel', 'result', 'summary', 'nextStep', 'nextOn'] as const).every(
    (field) => (visit[field] ?? null) === (body[field] ?? null),
  );
  return { ...draft, logged: true, alsoLoggedBy: visit.alsoLoggedBy, note: visit.note, differs: !same };
}

export function photoSent(draft: VisitDraft, key: string): VisitDraft {
  return { ...draft, photos: draft.photos.map((photo) => (photo.key === key ? { ...photo, sent: true } : photo)) };
}

export const finished = (draft: VisitDraft): VisitDraft => ({
  ...draft,
  state: 'sent',
  reason: null,
  // Photos are large; the server has them now.
  photos: [],
});

const WAITS_MS = [5_000, 20_000, 60_000, 300_000] as const;

/** Not now: the network is away or the server busy. It stays queued and is tried again by itself. */
export function postponed(draft: VisitDraft, reason: string, now: number): VisitDraft {
  const wait = WAITS_MS[Math.min(draft.attempts, WAITS_MS.length - 1)] ?? 0;
  return { ...draft, state: 'queued', reason, attempts: draft.attempts + 1, retryAt: now + wait };
}

/** The server said no: a person has to look at it. Everything typed stays. */
export const refused = (draft: VisitDraft, reason: string): VisitDraft => ({
  ...draft,
  state: 'failed',
  reason,
  attempts: draft.attempts + 1,
});

/** The same words once more under a new id, for when the server held others under the old one. */
export const again = (draft: VisitDraft, id: string, now: number): VisitDraft => ({
  ...draft,
  id,
  state: 'draft',
  logged: false,
  reason: null,
  attempts: 0,
  retryAt: 0,
  alsoLoggedBy: null,
  note: null,
  differs: false,
  photos: [],
  createdAt: now,
  changedAt: now,
});
