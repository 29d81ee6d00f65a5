import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { deviceTable } from '../../lib/device-store.ts';
import { i18next } from '../../lib/i18n.ts';
import { isUnreachable } from '../../lib/kept.ts';
import { sendFile } from '../../lib/send-form.ts';
import { bodyOf, type DraftPhoto, type FieldDraft } from './field-draft.ts';
import { sendDrafts } from './field-outbox.ts';

export const fieldDrafts = deviceTable<FieldDraft>('inspections');

const listeners = new Set<() => void>();
export function draftsChanged(): void {
  for (const listener of listeners) listener();
}
export function onDraftsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const sendPhoto = (draft: FieldDraft, photo: DraftPhoto): Promise<unknown> =>
  sendFile(
    urlOf(routes.addInspectionPhoto, { params: { id: draft.id } }),
    new File([photo.blob], photo.name, { type: photo.blob.type }),
    { item: photo.item, takenAt: photo.takenAt },
  );

function judge(error: unknown): { later: boolean; reason: string } {
  const t = i18next.getFixedT(null, 'inspections');
  if (isUnreachable(error)) return { later: true, reason: t('field.away') };
  const text = describeError(error, t);
  const reason = [text.detail ?? text.title, ...text.fields.map((field) => field.message)].join(' ');
  return { later: text.kind === 'busy' || text.kind === 'server', reason };
}

let running: Promise<void> | undefined;

/** Sends what waits; one run at a time. */
export function sendWaiting(account: string): Promise<void> {
  running ??= sendDrafts({
    table: fieldDrafts,
    account,
    sendRecord: (draft) => api.recordInspection({ params: { id: draft.taskId }, body: bodyOf(draft) }),
    sendPhoto,
    judge,
    changed: draftsChanged,
  }).finally(() => {
    running = undefined;
  });
  return running;
}
