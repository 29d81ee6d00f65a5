import type { CensusItemDetail } from '@jince/contract';
import { useRecord, useRecords } from '../../lib/field-records/use-records.ts';
import { today } from '../../lib/format.ts';
import { makeId } from '../../lib/make-id.ts';
import { censusDesk } from './census-desk.ts';
import { newCensusDraft } from './census-draft.ts';

const records = {
  desk: censusDesk,
  key: 'census-drafts',
  stale: [['census'], ['census-items'], ['census-item'], ['agency-requests']],
} as const;

export const useCensusDrafts = () => useRecords(records);

/** The check of one item of a census. */
export const useCensusDraft = (item: Pick<CensusItemDetail, 'id' | 'name'>) =>
  useRecord({
    ...records,
    about: item.id,
    isAbout: (draft) => draft.itemId === item.id,
    begin: (account) =>
      newCensusDraft({
        id: makeId(),
        account,
        item: { id: item.id, name: item.name },
        today: today(),
        now: Date.now(),
      }),
  });

export type CensusHandle = ReturnType<typeof useCensusDraft>;
