import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { addressQuery, routes, urlOf } from '../../lib/api.ts';
import { useListState } from '../../lib/list-state.ts';
import { CellDrawer } from './cell-drawer.tsx';
import { CheckList } from './check-list.tsx';
import { FormTable } from './form-table.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { FILTERS, type OpenCell, useForm } from './statistics-query.ts';
import './statistics.css';

/** The form of IP cases: every figure opens its cases, and what does not fit is listed below. */
export function Page() {
  const { t } = useTranslation(['case-statistics', 'shell']);
  const state = useListState({ filters: FILTERS });
  const [cell, setCell] = useState<OpenCell>();
  const query = useForm(state);
  const form = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!form) return <PageSkeleton />;
  const asked = addressQuery<'exportCaseStatistics'>(state.filters);
  return (
    <div className="page page-wide">
      <PageHeader
        title={form.title}
        crumbs={[{ label: t('shell:chapter.protection') }]}
        tags={
          <StatusTag tone={form.proof.equal ? 'good' : 'late'}>
            {t(form.proof.equal ? 'proof.equal' : 'proof.differs', { n: form.proof.cases })}
          </StatusTag>
        }
        meta={
          <>
            <MetaItem label={t('period')}>{form.period}</MetaItem>
            <MetaItem label={t('days')}>
              {form.from} – {form.to}
            </MetaItem>
            <span>{form.by}</span>
            <MetaItem label={t('organisation')}>{form.organisation ?? t('whole')}</MetaItem>
          </>
        }
        actions={
          <>
            <Button href={urlOf(routes.exportCaseStatistics, { query: asked })} download>
              {t('export')}
            </Button>
            <Button href={urlOf(routes.printCaseStatistics, { query: asked })} download>
              {t('print')}
            </Button>
          </>
        }
      />
      <PeriodChoice state={state} form={form} />
      <Section title={t('form')} note={t('formNote')} flush>
        <FormTable form={form} onOpen={setCell} />
      </Section>
      <p className="muted statistics-note">{form.note}</p>
      <CheckList checks={form.checks} />
      {cell && <CellDrawer filters={state.filters} cell={cell} onClose={() => setCell(undefined)} />}
    </div>
  );
}
