import type { RouteOutput, routes, SubjectSummary } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AsOfPicker } from '../../components/as-of.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { Comparison } from './comparison.tsx';
import { FactPicker } from './fact-picker.tsx';
import { insertAt } from './insert-at.ts';
import { Results } from './results.tsx';
import { useRuleCheck } from './use-rule-check.ts';
import { useWorkbench, type Workbench } from './use-workbench.ts';
import './rules.css';

type Catalogue = RouteOutput<typeof routes.listFacts>;

function Writing({ bench, catalogue, subject }: { bench: Workbench; catalogue: Catalogue; subject: SubjectSummary }) {
  const { t } = useTranslation('rules');
  const box = useRef<HTMLTextAreaElement>(null);
  const { check, checking } = useRuleCheck(bench.subject, bench.text);
  const ready = check?.ok === true && !checking;
  const pick = (piece: string) => {
    const start = box.current?.selectionStart ?? bench.text.length;
    const { text, cursor } = insertAt(bench.text, piece, start, box.current?.selectionEnd ?? start);
    bench.setText(text);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(cursor, cursor);
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !ready) return;
    event.preventDefault();
    bench.run();
  };
  return (
    <div className="workbench">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only adds a short cut to the box inside */}
      <div className="panel workbench-rule" onKeyDown={onKey}>
        <div className="workbench-question">
          <Select
            value={bench.subject}
            onChange={bench.setSubject}
            options={catalogue.subjects.map((one) => ({ value: one.subject, label: one.label }))}
            aria-label={t('subject')}
            popupMatchSelectWidth={false}
          />
          <AsOfPicker asOf={bench.asOf} onChange={bench.setAsOf} />
        </div>
        <RuleEditor
          label={t('rule')}
          value={bench.text}
          onChange={bench.setText}
          problems={check?.problems ?? []}
          sentence={check?.sentence}
          lead={t('says', { subject: subject.label })}
          checking={checking}
          boxRef={box}
        />
        <div className="workbench-actions">
          <Button type="primary" disabled={!ready} onClick={bench.run}>
            {t('run')}
          </Button>
          <span className="muted">{t('shortcut')}</span>
          {bench.trial && bench.trial.text !== bench.text && <span className="warn">{t('changed')}</span>}
        </div>
      </div>
      <aside className="panel workbench-facts" aria-label={t('facts')}>
        <FactPicker catalogue={catalogue} subject={subject} onPick={pick} />
      </aside>
    </div>
  );
}

/** Writes a rule over facts, tells what it says, and shows whom it holds for before anyone relies on it. */
export function Page() {
  const { t, i18n } = useTranslation('rules');
  const bench = useWorkbench();
  const query = useQuery({
    queryKey: ['facts', {}, i18n.language],
    queryFn: ({ signal }) => api.listFacts({ query: {} }, signal),
    staleTime: 300_000,
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  const subject = query.data?.subjects.find((one) => one.subject === bench.subject) ?? query.data?.subjects[0];
  return (
    <div className="page rule-page">
      <PageHeader
        title={t('title')}
        meta={<span>{t('intro')}</span>}
        actions={
          <Link to="/facts" className="action-link">
            {t('toCatalogue')}
          </Link>
        }
      />
      {!subject && (
        <div className="panel">
          <SkeletonLines lines={8} />
        </div>
      )}
      {query.data && subject && <Writing bench={bench} catalogue={query.data} subject={subject} />}
      {subject && bench.trial && bench.earlier.length > 0 && (
        <Comparison trial={bench.trial} earlier={bench.earlier} subject={subject} />
      )}
      {subject && bench.trial ? (
        <Results trial={bench.trial} subject={subject} />
      ) : (
        query.data && <EmptyState title={t('begin')}>{t('beginText')}</EmptyState>
      )}
    </div>
  );
}
