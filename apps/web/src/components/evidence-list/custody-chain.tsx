import type { EvidenceDetail } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format.ts';
import './evidence-list.css';

type Entry = EvidenceDetail['custody'][number];

const HANDS = new Set(['intake', 'register', 'hand-over', 'store', 'lend', 'return', 'examine', 'dispose']);

function Details({ entry }: { entry: Entry }) {
  const { t } = useTranslation('evidence');
  const shown = Object.entries(entry.details).filter(
    ([key, value]) => value !== null && !/sha256|fileId|same|found/i.test(key),
  );
  if (entry.act === 'verify')
    return (
      <p className={entry.details.same === 1 ? 'good-text' : 'late'}>
        {t(entry.details.same === 1 ? 'verify.same' : 'verify.changed')}
      </p>
    );
  if (shown.length === 0) return null;
  return (
    <p className="muted">
      {shown
        .map(
          ([key, value]) =>
            `${t(`detail.${key}`, { defaultValue: key })} ${t(`way.${value}`, { defaultValue: String(value) })}`,
        )
        .join(' · ')}
    </p>
  );
}

/** A chain of custody, from the first hand to the last; a chain that was tampered with is said so first. */
export function CustodyChain({ entries, intact }: { entries: readonly Entry[]; intact: boolean }) {
  const { t } = useTranslation('evidence');
  return (
    <div className="custody">
      <p className={intact ? 'custody-seal' : 'custody-seal broken'}>
        {t(intact ? 'custody.intact' : 'custody.broken')}
      </p>
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq} className={HANDS.has(entry.act) ? 'hand' : undefined}>
            <time dateTime={entry.happenedAt}>{formatMoment(entry.happenedAt)}</time>
            <div>
              <b>{entry.actLabel}</b>
              {(entry.from !== null || entry.to !== null) && (
                <span className="custody-hands">
                  {entry.from ?? '—'} <i aria-hidden="true">→</i> {entry.to ?? '—'}
                </span>
              )}
              {entry.place !== null && <span className="muted"> {entry.place}</span>}
              {entry.reason !== null && <p>{entry.reason}</p>}
              <Details entry={entry} />
              <p className="muted custody-foot">
                {t('custody.by', { name: entry.by })}
                {entry.recordedAt !== entry.happenedAt && t('custody.recorded', { at: formatMoment(entry.recordedAt) })}
                <code title={entry.hash}>{entry.hash.slice(0, 10)}</code>
              </p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
