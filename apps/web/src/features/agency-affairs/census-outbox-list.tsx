import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import type { DraftState } from './census-draft.ts';
import { useCensusDrafts } from './use-census-draft.ts';

const tones: Record<DraftState, Tone> = { draft: 'plain', queued: 'warn', failed: 'late' };

/** Checks that are on this device and not yet with the office. */
export function CensusOutbox() {
  const { t } = useTranslation('agency-affairs');
  const { drafts, send } = useCensusDrafts();
  if (drafts.length === 0) return null;
  return (
    <section className="panel census-outbox" aria-label={t('census.outbox')}>
      <h2>{t('census.outbox')}</h2>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Link className="link" to={`/agencies/census/items/${draft.itemId}`}>
              {draft.name}
            </Link>
            <StatusTag tone={tones[draft.state]}>{t(`draft.${draft.state}`)}</StatusTag>
            {draft.reason && <small>{draft.reason}</small>}
          </li>
        ))}
      </ul>
      {drafts.some((draft) => draft.state === 'queued') && (
        <button type="button" className="link" onClick={() => void send()}>
          {t('census.sendNow')}
        </button>
      )}
    </section>
  );
}
