import type { MatterView } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment, formatYuan } from '../../lib/format.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { LIST, matterKeys, matterTone } from './complaint-query.ts';
import { Person } from './person.tsx';
import { Relations } from './relations.tsx';
import './complaints.css';

function Letter({ matter }: { matter: MatterView }) {
  const { t } = useTranslation('complaints');
  return (
    <Section title={t('letter')} note={t('enteredBy', { by: matter.enteredBy, at: formatMoment(matter.enteredAt) })}>
      <Descriptions
        items={[
          {
            key: 'subject',
            label: t('column.subject'),
            value: matter.subjectHref ? (
              <Link className="link" to={matter.subjectHref}>
                {matter.subjectName}
              </Link>
            ) : (
              matter.subjectName
            ),
          },
          { key: 'uscc', label: t('uscc'), value: matter.subjectUscc },
          { key: 'address', label: t('address'), value: matter.address },
          { key: 'town', label: t('column.town'), value: matter.town },
          { key: 'right', label: t('right'), value: matter.right },
          {
            key: 'behaviour',
            label: t('behaviour'),
            value: matter.behaviour && (
              <>
                {matter.behaviour}
                <span className="cell-sub">{matter.behaviourArticle}</span>
              </>
            ),
          },
          { key: 'happened', label: t('happenedOn'), value: matter.happenedOn },
          { key: 'electronic', label: t('electronic'), value: matter.electronic ? t('yes') : null },
          { key: 'stated', label: t('statedDueOn'), value: matter.statedDueOn },
        ]}
      />
      <blockquote className="matter-statement">{matter.statement}</blockquote>
      {matter.wish && (
        <p className="matter-wish">
          <b>{t('wish')}</b> {matter.wish}
        </p>
      )}
      {matter.backDatedReason && (
        <p className="matter-mark">{t('backDated', { reason: matter.backDatedReason.replace(/[。.]$/, '') })}</p>
      )}
    </Section>
  );
}

function Outcome({ matter }: { matter: MatterView }) {
  const { t } = useTranslation('complaints');
  if (matter.outcome === null && matter.case === null) return null;
  return (
    <Section title={t('outcome.title')}>
      <Descriptions
        items={[
          { key: 'outcome', label: t('outcome.what'), value: matter.outcome },
          { key: 'ground', label: t('outcome.ground'), value: matter.ground },
          { key: 'receiver', label: t('outcome.receiver'), value: matter.receiver },
          {
            key: 'case',
            label: t('outcome.case'),
            value: matter.case && (
              <>
                <Link className="link mono" to={matter.case.href}>
                  {matter.case.number}
                </Link>{' '}
                {matter.case.outcome}
              </>
            ),
          },
          {
            key: 'agreed',
            label: t('outcome.agreed'),
            value: matter.agreedFen === null ? null : t('yuan', { amount: formatYuan(matter.agreedFen) }),
          },
          { key: 'decided', label: t('outcome.decidedOn'), value: matter.decidedOn },
          { key: 'answered', label: t('outcome.answeredOn'), value: matter.answeredOn },
        ].filter((item) => item.value !== null)}
      />
      {matter.result && <blockquote className="matter-statement">{matter.result}</blockquote>}
    </Section>
  );
}

function Route({ matter }: { matter: MatterView }) {
  const { t } = useTranslation('complaints');
  const [assigning, setAssigning] = useState(false);
  return (
    <Section
      title={t('route.title')}
      extra={matter.mayAssign && <Button onClick={() => setAssigning(true)}>{t('route.assign')}</Button>}
    >
      <p className="matter-office">
        <b>{matter.organisation}</b>{' '}
        {matter.handlers.length === 0
          ? t('nobody')
          : matter.handlers.map((one) => `${one.name}（${t(`part.${one.part}`)}）`).join(t('comma'))}
      </p>
      <ol className="matter-route">
        {matter.route.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {assigning && <AssignDialog matter={matter} onClose={() => setAssigning(false)} />}
    </Section>
  );
}

/** One complaint or report: its letter, who handles it and why, what is joined with it, and its file. */
export function Page() {
  const { t, i18n } = useTranslation(['complaints', 'shell']);
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['complaint', id, i18n.language],
    queryFn: ({ signal }) => api.getComplaintMatter({ params: { id } }, signal),
  });
  const matter = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!matter) return <PageSkeleton />;
  return (
    <div className="page">
      <PageHeader
        title={matter.title}
        crumbs={[{ label: t('shell:chapter.protection') }, { label: t('title'), to: LIST }]}
        tags={
          <>
            <StatusTag tone="info">{matter.sortLabel}</StatusTag>
            <StatusTag tone={matterTone(matter)}>{matter.stateLabel}</StatusTag>
          </>
        }
        meta={
          <>
            <MetaItem label={t('column.number')}>{matter.number}</MetaItem>
            <MetaItem label={t('column.received')}>{matter.receivedOn}</MetaItem>
            <MetaItem label={t('column.source')}>{matter.sourceLabel}</MetaItem>
          </>
        }
      />
      <ProcedurePanel fileId={matter.id} refreshes={matterKeys(id)}>
        <Letter matter={matter} />
        <Person matter={matter} />
        <Outcome matter={matter} />
        <Route matter={matter} />
        <Relations matter={matter} />
      </ProcedurePanel>
    </div>
  );
}
