import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { deviceTable } from '../../lib/device-store.ts';
import { i18next } from '../../lib/i18n.ts';
import { isUnreachable } from '../../lib/kept.ts';
import { bodyOf, type CensusDraft, type DraftPhoto } from './census-draft.ts';
import { sendCensusDrafts } from './census-outbox.ts';

export const censusDrafts = deviceTable<CensusDraft>('census');

const listeners = new Set<() => void>();
export function censusDraftsChanged(): void {
  for (const listener of listeners) listener();
}
export function onCensusDraftsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function sendPhoto(draft: CensusDraft, photo: DraftPhoto): Promise<unknown> {
  const form = new FormData();
  form.set('file', photo.blob, photo.name);
  // The typed client sends a form as it is; the contract gives this route no body schema.
  return (api.addCensusPhoto as (input: { params: { id: string }; body: FormData }) => Promise<unknown>)({
    params: { id: draft.id },
    body: form,
  });
}

function judge(error: unknown): { later: boolean; reason: string } {
  const t = i18next.getFixedT(null, 'agency-affairs');
  if (isUnreachable(error)) return { later: true, reason: t('census.away') };
  const text = describeError(error, t);
  const reason = [text.detail ?? text.title, ...text.fields.map((field) => field.message)].join(' ');
  return { later: text.kind === 'busy' || text.kind === 'server', reason };
}

let running: Promise<void> | undefined;

/** Sends what waits; one run at a time. */
export function sendWaiting(account: string): Promise<void> {
  running ??= sendCensusDrafts({
    table: censusDrafts,
    account,
    sendCheck: (draft) => api.recordCensusCheck({ params: { id: draft.itemId }, body: bodyOf(draft) }),
    sendPhoto,
    judge,
    changed: censusDraftsChanged,
  }).finally(() => {
    running = undefined;
  });
  return running;
}
