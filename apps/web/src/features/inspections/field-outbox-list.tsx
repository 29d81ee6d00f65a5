import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import type { DraftState } from './field-draft.ts';
import { useFieldDrafts } from './use-field-draft.ts';

const tones: Record<DraftState, Tone> = { draft: 'plain', queued: 'warn', failed: 'late', held: 'late' };

/** Records that are on this device and not yet done with. */
export function FieldOutbox() {
  const { t } = useTranslation('inspections');
  const { drafts, send, forget } = useFieldDrafts();
  if (drafts.length === 0) return null;
  return (
    <section className="panel insp-outbox" aria-label={t('outbox.title')}>
      <h2>{t('outbox.title')}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link className="link" to={`/protection/inspections/tasks/${draft.taskId}`}>
              {draft.name}
            </Link>
            <StatusTag tone={tones[draft.state]}>{t(`draft.${draft.state}`)}</StatusTag>
            {draft.reason && <small>{draft.reason}</small>}
            {draft.state === 'held' && (
              <button type="button" className="link" onClick={() => void forget(draft.id)}>
                {t('outbox.seen')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {drafts.some((draft) => draft.state === 'queued') && (
        <button type="button" className="link" onClick={() => void send()}>
          {t('outbox.sendNow')}
        </button>
      )}
    </section>
  );
}
