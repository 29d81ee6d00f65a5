import { useRecord, useRecords } from '../../lib/field-records/use-records.ts';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';
import { fieldDesk } from './field-desk.ts';
import { type DraftTask, newDraft } from './field-draft.ts';
import { inspectionKeys } from './inspection-query.ts';

const records = { desk: fieldDesk, key: 'inspection-drafts', stale: inspectionKeys } as const;

export const useFieldDrafts = () => useRecords(records);

/** The record of one round of a task. */
export const useFieldDraft = (task: DraftTask) =>
  useRecord({
    ...records,
    about: `${task.id} ${task.round}`,
    isAbout: (draft) => draft.taskId === task.id && draft.round === task.round,
    begin: (account) => newDraft({ id: makeId(), account, task, today: today(), now: Date.now() }),
    finish: (draft) => ({ ...draft, finishedAt: draft.finishedAt ?? new Date().toISOString() }),
  });

export type FieldHandle = ReturnType<typeof useFieldDraft>;
