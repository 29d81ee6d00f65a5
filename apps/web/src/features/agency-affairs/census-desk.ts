import { api } from '../../lib/api.ts';
import { deviceTable } from '../../lib/device-store.ts';
import { openRecordDesk } from '../../lib/field-records/record-desk.ts';
import { bodyOf, type CensusDraft } from './census-draft.ts';

/** Checks of the census on this device. */
export const censusDesk = openRecordDesk<CensusDraft>({
  table: deviceTable<CensusDraft>('census'),
  namespace: 'agency-affairs',
  away: (t) => t('census.away'),
  sendRecord: async (draft) => {
    await api.recordCensusCheck({ params: { id: draft.itemId }, body: bodyOf(draft) });
    return null;
  },
  sendPhoto: (draft, photo) => {
    const form = new FormData();
    form.set('file', photo.blob, photo.name);
    // The typed client sends a form as it is; the contract gives this route no body schema.
    return (api.addCensusPhoto as (input: { params: { id: string }; body: FormData }) => Promise<unknown>)({
      params: { id: draft.id },
      body: form,
    });
  },
});
