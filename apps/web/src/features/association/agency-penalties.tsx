import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { ActDialog } from './act-dialog.tsx';
import { type Agency, complaintHref } from './association-query.ts';

/** Penalties of the association; withdrawn ones stay and say so. */
export function AgencyPenalties({ agency }: { agency: Agency }) {
  const { t } = useTranslation('association');
  const [withdrawing, setWithdrawing] = useState<string>();
  return (
    <Section title={t('penalty.title')}>
      {agency.penalties.length === 0 && <EmptyState title={t('penalty.none')} />}
      <ul className="versions">
        {agency.penalties.map((one) => (
          <li key={one.id} className={one.withdrawnOn ? 'left-out' : undefined}>
            <div>
              <b>{one.sortLabel}</b> <span className="mono">{one.documentNo}</span>
              <span className="cell-sub">{one.text}</span>
            </div>
            <span>
              {one.decidedOn}
              {one.untilOn && ` – ${one.untilOn}`}
              {one.withdrawnOn && (
                <span className="cell-sub">
                  {t('penalty.withdrawn', { day: one.withdrawnOn })}：{one.withdrawnReason}
                </span>
              )}
            </span>
            <span className="row">
              {one.complaintId && <AppLink to={complaintHref(one.complaintId)}>{t('penalty.complaint')}</AppLink>}
              {agency.mayPenalise && one.withdrawnOn === null && (
                <button type="button" className="link" onClick={() => setWithdrawing(one.id)}>
                  {t('penalty.withdraw')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {withdrawing && (
        <ActDialog
          title={t('penalty.withdraw')}
          note={t('penalty.withdrawNote')}
          ok={t('penalty.withdraw')}
          fields={[{ name: 'reason', label: t('act.reason'), type: 'long', least: 2 }]}
          run={({ reason = '' }) => api.withdrawPenalty({ params: { id: withdrawing }, body: { reason } })}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Section>
  );
}
