import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { LANES, type Matter, matterBase, matterQuery } from './coordination-query.ts';
import { NewItem } from './new-item.tsx';
import './coordination.css';

function Step({ step }: { step: Matter['chain'][number] }) {
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
      </div>
    </li>
  );
}

/** The chain of one matter: three lanes, one time. On a phone one column, each step naming its lane. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const { id = '' } = useParams();
  const [open, setOpen] = useState(false);
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
                <Step key={step.key} step={step} />
              ))}
            </ol>
          </>
        )}
        {matter.hidden > 0 && <p className="muted">{t('matter.hidden', { count: matter.hidden })}</p>}
      </Section>
      {open && <NewItem matterId={id} onClose={() => setOpen(false)} />}
    </div>
  );
}
