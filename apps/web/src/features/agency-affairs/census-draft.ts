import type { CensusItemDetail, RouteInput, routes } from '@jince/contract';

type CheckBody = RouteInput<typeof routes.recordCensusCheck>['body'];
type CensusResult = CheckBody['result'];

interface DraftAnswer {
  readonly ok: boolean | null;
  readonly value: string;
}

export interface DraftPhoto {
  readonly key: string;
  readonly name: string;
  readonly blob: Blob;
  readonly sent: boolean;
}

/** 草稿 → 待发送 → 已发送, or 发送失败 with its reason; nothing is deleted before the server has it. */
export type DraftState = 'draft' | 'queued' | 'failed';

/** One check on the spot as it is written and kept on this device. */
export interface CensusDraft {
  /** Made here; the server records one check under it however often it is sent. */
  readonly id: string;
  readonly account: string;
  readonly itemId: string;
  readonly name: string;
  readonly checkedOn: string;
  readonly result: CensusResult | '';
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly person: string;
  readonly note: string;
  readonly position: CheckBody['position'];
  readonly photos: readonly DraftPhoto[];
  readonly state: DraftState;
  /** The server has the check; photos may still wait. */
  readonly recorded: boolean;
  readonly reason: string | null;
  readonly changedAt: number;
}

export type CensusPatch = Partial<
  Pick<CensusDraft, 'checkedOn' | 'result' | 'answers' | 'person' | 'note' | 'position' | 'photos'>
>;

export function newCensusDraft(of: {
  readonly id: string;
  readonly account: string;
  readonly item: Pick<CensusItemDetail, 'id' | 'name'>;
  readonly today: string;
  readonly now: number;
}): CensusDraft {
  return {
    id: of.id,
    account: of.account,
    itemId: of.item.id,
    name: of.item.name,
    checkedOn: of.today,
    result: '',
    answers: {},
    person: '',
    note: '',
    position: null,
    photos: [],
    state: 'draft',
    recorded: false,
    reason: null,
    changedAt: of.now,
  };
}

/** A change merged into what is kept; what the server has already does not change any more, but for photos. */
export function changeDraft(draft: CensusDraft, patch: CensusPatch, now: number): CensusDraft {
  const { photos = draft.photos, ...words } = patch;
  return { ...draft, ...(draft.recorded ? {} : words), photos, state: 'draft', reason: null, changedAt: now };
}

/** What keeps a check from being sent: the codes of points whose difference is not said, or `result`, `checkedOn`. */
export function missingOf(
  draft: CensusDraft,
  points: readonly { readonly code: string; readonly field: string | null }[],
  today: string,
): string[] {
  return [
    ...(draft.result === '' ? ['result'] : []),
    ...(draft.checkedOn === '' || draft.checkedOn > today ? ['checkedOn'] : []),
    ...points
      .filter(({ code, field }) => {
        const answer = draft.answers[code];
        return field !== null && answer?.ok === false && answer.value.trim() === '';
      })
      .map(({ code }) => code),
  ];
}

export function bodyOf(draft: CensusDraft): CheckBody {
  return {
    id: draft.id,
    checkedOn: draft.checkedOn,
    result: draft.result === '' ? 'found' : draft.result,
    person: draft.person.trim() || null,
    note: draft.note.trim() || null,
    position: draft.position ?? null,
    answers: Object.entries(draft.answers).map(([code, { ok, value }]) => ({
      code,
      ok,
      value: ok === false ? value.trim() || null : null,
    })),
  };
}
