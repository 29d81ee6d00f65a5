import type { ClaimSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatYuan } from '../../lib/format.ts';

const tones: Record<string, Tone> = {
  draft: 'warn',
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'late',
  withdrawn: 'plain',
};

/** Applications as lines: what was asked for, where it stands, what it gives. */
export function ClaimList({ claims }: { claims: readonly ClaimSummary[] }) {
  const { t } = useTranslation('portal');
  return (
    <ul className="own-claims">
      {claims.map((claim) => {
        const fen = claim.approvedFen ?? claim.claimedFen;
        return (
          <li key={claim.id}>
            <Link to={`/applications/${claim.id}`}>
              <b>{claim.items.join('、')}</b>
              <span className="own-claim-amount">
                {fen === null ? t('notComputed') : `${formatYuan(fen)} ${t('yuan')}`}
                {claim.policy.example && <ExampleMark />}
              </span>
              <small>
                {claim.number} · {claim.policy.title}
              </small>
              <StatusTag tone={tones[claim.standing] ?? 'plain'}>{claim.stateLabel}</StatusTag>
              {claim.dueOn && claim.dueLabel && <small>{t('clock', { label: claim.dueLabel, on: claim.dueOn })}</small>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
