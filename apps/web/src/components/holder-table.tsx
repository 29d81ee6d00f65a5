import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatShare } from '../lib/format.ts';
import { toneOf } from '../lib/tones.ts';
import { StatusTag } from './status-tag.tsx';
import './holder-table.css';

export interface HolderDetail {
  readonly order: number;
  readonly name: string;
  readonly share: number | null;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly mentionId: string | null;
  readonly decision: string | null;
}

/** Holders as written in the file, the party each was matched to, and how that was decided. */
export function HolderTable({ holders }: { holders: readonly HolderDetail[] }) {
  const { t } = useTranslation(['common', 'labels']);
  return (
    <ul className="holder-table">
      {holders.map((holder) => (
        <li key={holder.order}>
          <div>
            <b>{holder.name}</b>
            {holder.share !== null && <span className="muted"> {formatShare(holder.share)}</span>}
          </div>
          <div className="holder-link">
            {holder.partyId ? (
              <>
                <span className="muted">{t('holder.is')}</span>{' '}
                <Link className="link" to={`/enterprises/${holder.partyId}`}>
                  {holder.partyName}
                </Link>
              </>
            ) : (
              <span className="muted">{t('holder.notLinked')}</span>
            )}
            {holder.decision && (
              <StatusTag tone={toneOf(holder.decision)}>{t(`labels:decision.${holder.decision}`)}</StatusTag>
            )}
            {holder.mentionId && (
              <Link className="link" to={`/matching/${holder.mentionId}`}>
                {t('holder.why')}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
