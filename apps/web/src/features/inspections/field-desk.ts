import { api, routes, urlOf } from '../../lib/api.ts';
import { deviceTable } from '../../lib/device-store.ts';
import { openRecordDesk } from '../../lib/field-records/record-desk.ts';
import { sendFile } from '../../lib/send-form.ts';
import { bodyOf, type FieldDraft } from './field-draft.ts';

/** Records of inspections on this device. */
export const fieldDesk = openRecordDesk<FieldDraft>({
  table: deviceTable<FieldDraft>('inspections'),
  namespace: 'inspections',
  away: (t) => t('field.away'),
  sendRecord: async (draft) => {
    const answer = await api.recordInspection({ params: { id: draft.taskId }, body: bodyOf(draft) });
    return answer.state === 'held' ? answer.reason : null;
  },
  sendPhoto: (draft, photo) =>
    sendFile(
      urlOf(routes.addInspectionPhoto, { params: { id: draft.id } }),
      new File([photo.blob], photo.name, { type: photo.blob.type }),
      { item: photo.item, takenAt: photo.takenAt },
    ),
});
