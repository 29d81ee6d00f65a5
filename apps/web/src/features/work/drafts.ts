import type { Visit } from '@jince/contract';
import { api, routes, urlOf } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { deviceTable } from '../../lib/device-store.ts';
import { i18next } from '../../lib/i18n.ts';
import { isUnreachable } from '../../lib/kept.ts';
import { runOutbox } from './outbox.ts';
import { bodyOf, type DraftPhoto, type VisitDraft } from './visit-draft.ts';

export const drafts = deviceTable<VisitDraft>('drafts');

/** Sent drafts stay for a day so that the person sees that they arrived. */
const SENT_SHOWN_MS = 86_400_000;

const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('jince-drafts');
const tell = () => {
  for (const listener of listeners) listener();
};
channel?.addEventListener('message', tell);

/** Tells this window and the others that something kept has changed. */
export function draftsChanged(): void {
  tell();
  channel?.postMessage('changed');
}

export function onDraftsChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Own drafts, newest first; sent ones of yesterday and before are let go. */
export async function listDrafts(account: string): Promise<VisitDraft[]> {
  const own = (await drafts.all()).filter((draft) => draft.account === account);
  const now = Date.now();
  const shown = own.filter((draft) => draft.state !== 'sent' || draft.differs || now - draft.changedAt < SENT_SHOWN_MS);
  for (const draft of own) if (!shown.includes(draft)) await drafts.delete(draft.id);
  return shown.sort((a, b) => b.createdAt - a.createdAt);
}

/** At sign-out what the server has is forgotten here; what it does not have yet stays for its author. */
export async function forgetSentDrafts(): Promise<void> {
  for (const draft of await drafts.all()) if (draft.state === 'sent') await drafts.delete(draft.id);
}

async function sendPhoto(draft: VisitDraft, photo: DraftPhoto): Promise<void> {
  const form = new FormData();
  form.set('file', photo.blob, photo.name);
  // The typed client sends a form as it is; the contract gives this route no body schema.
  await (api.addVisitPhoto as (input: { params: { id: string }; body: FormData }) => Promise<Visit>)({
    params: { id: draft.id },
    body: form,
  });
}

function judge(error: unknown): { kind: 'later' | 'refused'; reason: string } {
  const t = i18next.getFixedT(null, 'work');
  if (isUnreachable(error)) return { kind: 'later', reason: t('outbox.away') };
  const text = describeError(error, t);
  const reason = [text.detail ?? text.title, ...text.fields.map((field) => field.message)].join(' ');
  return { kind: text.kind === 'busy' || text.kind === 'server' ? 'later' : 'refused', reason };
}

let running: Promise<number | undefined> | undefined;

/** Sends what waits; one run at a time in this window, and where the browser can tell, on this device. */
export function sendDrafts(account: string, atOnce: boolean): Promise<number | undefined> {
  const run = () =>
    runOutbox({
      table: drafts,
      account,
      atOnce,
      now: Date.now,
      sendVisit: (draft) => api.logVisit({ params: { id: draft.targetId }, body: bodyOf(draft) }),
      sendPhoto,
      judge,
      changed: draftsChanged,
    });
  running ??= (navigator.locks ? navigator.locks.request('jince-outbox', run) : run()).finally(() => {
    running = undefined;
  });
  return running;
}

/** Straight to the server, for a browser that forbids storage. Throws what keeps it from arriving. */
export async function sendUnkept(draft: VisitDraft): Promise<void> {
  await api.logVisit({ params: { id: draft.targetId }, body: bodyOf(draft) });
  for (const photo of draft.photos) await sendPhoto(draft, photo);
}

/** Address of a photo that the server has. */
export const photoUrl = (visit: string, sha256: string) =>
  urlOf(routes.getVisitPhoto, { params: { id: visit, sha256 } });
