import type { ClaimDetail } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ClaimMaterials } from '../../../components/claim-papers/claim-materials.tsx';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { ProcedurePanel } from '../../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { WhyLink } from '../../../components/why-panel.tsx';
import { api } from '../../../lib/api.ts';
import { formatYuan } from '../../../lib/format.ts';
import { ContactForm } from './contact-form.tsx';
import '../portal-pages.css';

function Lines({ claim }: { claim: ClaimDetail }) {
  const { t } = useTranslation('portal');
  const last = claim.calculations.at(-1);
  return (
    <Section title={t('lines')}>
      <ul className="own-lines">
        {claim.lineItems.map((line) => {
          const fen = line.paidFen ?? line.approvedFen ?? line.claimedFen;
          const worked = last?.lines.find((one) => one.lineId === line.id);
          return (
            <li key={line.id}>
              <div>
                <b>{line.itemName}</b>
                <small>
                  {line.clause} · {line.label}
                </small>
              </div>
              <div className="own-line-amount">
                <b>{fen === null ? t('notComputed') : `${formatYuan(fen)} ${t('yuan')}`}</b>
                {worked && (
                  <WhyLink
                    why={{
                      title: line.itemName,
                      answer: `${formatYuan(worked.amountFen)} ${t('yuan')}`,
                      steps: [
                        ...worked.steps.map((step) => ({
                          kind: 'value' as const,
                          text: step.text,
                          result: formatYuan(step.fen),
                        })),
                        ...worked.refusals.map((one) => ({
                          kind: 'unmet' as const,
                          text: one.text,
                          basis: one.article,
                        })),
                      ],
                      article: line.clause,
                    }}
                  />
                )}
                {line.paymentNote && <small className="late">{line.paymentNote}</small>}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** One application: what it is for, which papers are there, where it stands and what to do. */
export function Page() {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['own-claim', id, i18n.language],
    queryFn: ({ signal }) => api.getClaim({ params: { id } }, signal),
  });
  // Nothing is computed before it is filed: until then the page says what it would give now.
  const check = useQuery({
    queryKey: ['own-claim', id, 'check', i18n.language],
    queryFn: ({ signal }) => api.getClaimCheck({ params: { id } }, signal),
    enabled: query.data?.claimedFen === null,
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const claim = query.data;
  const amount = claim.approvedFen ?? claim.claimedFen;
  const refreshes = [['own-claim', id], ['own-claims'], ['own-entitlements']];
  return (
    <div className="page portal-page">
      <PageHeader
        title={claim.items.join('、')}
        crumbs={[{ label: t('claims'), to: '/applications' }, { label: claim.number }]}
        tags={claim.policy.example && <ExampleMark />}
        meta={
          <>
            <MetaItem label={t('policy')}>{claim.policy.title}</MetaItem>
            <MetaItem label={t('amount')}>
              {amount === null
                ? t(check.data ? 'estimate' : 'notComputed', { sum: formatYuan(check.data?.afterFen ?? 0) })
                : `${formatYuan(amount)} ${t('yuan')}`}
            </MetaItem>
          </>
        }
      />
      <ProcedurePanel fileId={id} refreshes={refreshes}>
        <Lines claim={claim} />
        {claim.canEdit && <ContactForm claim={claim} />}
        <ClaimMaterials claim={claim} refreshes={refreshes} />
      </ProcedurePanel>
    </div>
  );
}
