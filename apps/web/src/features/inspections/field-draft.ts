import type { RouteInput, routes } from '@jince/contract';
import type { FieldPhoto, FieldRecord } from '../../lib/field-records/field-record.ts';

type RecordBody = RouteInput<typeof routes.recordInspection>['body'];
export type Outcome = RecordBody['outcome'];
type Signature = RecordBody['signature'];

interface DraftAnswer {
  readonly result: 'yes' | 'no' | 'na' | '';
  readonly found: string;
}

export interface DraftPhoto extends FieldPhoto {
  /** Item of the checklist it shows; `signature`: the drawn signature. */
  readonly item: string;
  readonly takenAt: string;
}

/** One record on the spot as it is written and kept on this device. */
export interface FieldDraft extends FieldRecord {
  readonly taskId: string;
  readonly name: string;
  readonly round: number;
  readonly checkedOn: string;
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  readonly outcome: Outcome | '';
  readonly correctBy: string;
  readonly officers: readonly string[];
  readonly person: string;
  readonly personTitle: string;
  readonly statement: string;
  readonly signature: Signature | '';
  readonly note: string;
  readonly position: RecordBody['position'];
  readonly photos: readonly DraftPhoto[];
  readonly finishedAt: string | null;
}

export interface DraftTask {
  readonly id: string;
  readonly name: string;
  readonly round: number;
  readonly officers: readonly string[];
}

export function newDraft(of: {
  readonly id: string;
  readonly account: string;
  readonly task: DraftTask;
  readonly today: string;
  readonly now: number;
}): FieldDraft {
  return {
    id: of.id,
    account: of.account,
    taskId: of.task.id,
    name: of.task.name,
    round: of.task.round,
    checkedOn: of.today,
    answers: {},
    outcome: '',
    correctBy: '',
    officers: of.task.officers,
    person: '',
    personTitle: '',
    statement: '',
    signature: '',
    note: '',
    position: null,
    photos: [],
    finishedAt: null,
    state: 'draft',
    recorded: false,
    reason: null,
    changedAt: of.now,
  };
}

export const failedOf = (draft: Pick<FieldDraft, 'answers'>): number =>
  Object.values(draft.answers).filter((answer) => answer.result === 'no').length;

/** What keeps a record from being sent: codes of items without an answer or without what was found, or names of fields. */
export function missingOf(draft: FieldDraft, items: readonly { readonly code: string }[], today: string): string[] {
  const names = draft.officers.map((name) => name.trim()).filter((name) => name !== '');
  return [
    ...items
      .filter(({ code }) => {
        const answer = draft.answers[code];
        return !answer?.result || (answer.result === 'no' && answer.found.trim() === '');
      })
      .map(({ code }) => code),
    ...(draft.checkedOn === '' || draft.checkedOn > today ? ['checkedOn'] : []),
    ...(new Set(names).size < 2 ? ['officers'] : []),
    ...(draft.outcome === '' || (draft.outcome === 'fit' && failedOf(draft) > 0) ? ['outcome'] : []),
    ...(draft.outcome === 'correct' && draft.correctBy <= draft.checkedOn ? ['correctBy'] : []),
    ...(draft.signature === '' ||
    (draft.signature === 'signed' && !draft.photos.some((photo) => photo.item === 'signature'))
      ? ['signature']
      : []),
  ];
}

export function bodyOf(draft: FieldDraft): RecordBody {
  return {
    id: draft.id,
    round: draft.round,
    checkedOn: draft.checkedOn,
    finishedAt: draft.finishedAt,
    answers: Object.entries(draft.answers).flatMap(([code, { result, found }]) =>
      result === '' ? [] : [{ code, result, found: result === 'no' ? found.trim() : null }],
    ),
    outcome: draft.outcome === '' ? 'fit' : draft.outcome,
    correctBy: draft.outcome === 'correct' ? draft.correctBy : null,
    officers: draft.officers.map((name) => name.trim()).filter((name) => name !== ''),
    person: draft.person.trim() || null,
    personTitle: draft.personTitle.trim() || null,
    statement: draft.statement.trim() || null,
    signature: draft.signature === '' ? 'absent' : draft.signature,
    note: draft.note.trim() || null,
    position: draft.position ?? null,
  };
}
