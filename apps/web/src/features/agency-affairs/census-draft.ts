import type { CensusItemDetail, RouteInput, routes } from '@jince/contract';
import type { FieldRecord } from '../../lib/field-records/field-record.ts';

type CheckBody = RouteInput<typeof routes.recordCensusCheck>['body'];
type CensusResult = CheckBody['result'];

interface DraftAnswer {
  readonly ok: boolean | null;
  readonly value: string;
}

/** One check on the spot as it is written and kept on this device. */
export interface CensusDraft extends FieldRecord {
  readonly itemId: string;
  readonly name: string;
  readonly checkedOn: string;
  readonly result: CensusResult | '';
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly person: string;
  readonly note: string;
  readonly position: CheckBody['position'];
}

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
