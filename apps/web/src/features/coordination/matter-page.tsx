import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { LANES, type Matter, matterBase, matterQuery } from './coordination-query.ts';
import { NewItem } from './new-item.tsx';
import './coordination.css';

interface StepProps {
  readonly step: Matter['chain'][number];
  /** Absent where the step cannot be taken back. */
  readonly onWithdraw?: (() => void) | undefined;
}

function Step({ step, onWithdraw }: StepProps) {
  const { t } = useTranslation('coordination');
  return (
    <li className={`chain-step ${step.lane}`}>
      <time dateTime={step.on} className="mono">
        {step.on}
      </time>
      <div className="chain-card">
        <span className="chain-kind">
          {t(`chainKind.${step.kind}`)} <em>{t(`lane.${step.lane}`)}</em>
        </span>
        <b>
          {step.href ? (
            <Link className="link" to={step.href}>
              {step.title}
            </Link>
          ) : (
            step.title
          )}
        </b>
        {step.text && <p className="pre">{step.text}</p>}
        {step.documentNo && <small className="mono">{step.documentNo}</small>}
        {onWithdraw && (
          <Button size="small" type="text" className="chain-withdraw" onClick={onWithdraw}>
            {t('item.withdraw')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A record tells several steps; it is taken back as a whole, at the first of them. */
const isFirst = (matter: Matter, step: Matter['chain'][number]) =>
  step.itemId !== null && matter.chain.find((one) => one.itemId === step.itemId)?.key === step.key;

/** The chain of one matter: three lanes, one time. On a phone one column, each step naming its lane. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const { id = '' } = useParams();
  const [open, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<Matter['chain'][number]>();
  const query = useQuery(matterQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const matter = query.data;
  return (
    <div className="page">
      <PageHeader
        title={matter.title}
        crumbs={[{ label: t('matter.page'), to: matterBase }]}
        meta={
          <>
            <MetaItem label={t('matter.holder')}>{matter.holder}</MetaItem>
            {matter.right && (
              <MetaItem label={t('matter.right')}>
                <span className="mono">{matter.right}</span>
              </MetaItem>
            )}
            <span>{t('matter.opened', { on: matter.openedOn, by: matter.openedBy })}</span>
          </>
        }
        actions={
          matter.mayEdit && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('item.new')}
            </Button>
          )
        }
      />
      {matter.note && <p className="soft">{matter.note}</p>}
      <Section title={t('matter.chain')} note={t('matter.chainNote')}>
        {matter.chain.length === 0 ? (
          <EmptyState title={t('matter.noStep')}>{t('matter.noStepText')}</EmptyState>
        ) : (
          <>
            <div className="chain-heads" aria-hidden="true">
              {LANES.map((lane) => (
                <span key={lane} className={lane}>
                  {t(`lane.${lane}`)}
                </span>
              ))}
            </div>
            <ol className="chain-steps">
              {matter.chain.map((step) => (
                <Step
                  key={step.key}
                  step={step}
                  onWithdraw={matter.mayEdit && isFirst(matter, step) ? () => setLeaving(step) : undefined}
                />
              ))}
            </ol>
          </>
        )}
        {matter.hidden > 0 && <p className="muted">{t('matter.hidden', { count: matter.hidden })}</p>}
      </Section>
      {leaving?.itemId && (
        <ReasonDialog
          title={t('item.withdraw')}
          text={t('item.withdrawText', { title: leaving.title })}
          label={t('item.withdrawReason')}
          act={(reason) => api.withdrawMatterItem({ params: { id, itemId: leaving.itemId ?? '' }, query: { reason } })}
          refreshes={[['matter'], ['matters']]}
          onClose={() => setLeaving(undefined)}
        />
      )}
      {open && <NewItem matterId={id} onClose={() => setOpen(false)} />}
    </div>
  );
}
