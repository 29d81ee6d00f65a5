import type { RouteOutput, routes, SubjectSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { Section } from '../../components/section.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { api, saveFile } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatExact } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { Conditions } from './conditions.tsx';
import type { Trial } from './use-workbench.ts';
import { WhyDrawer } from './why-drawer.tsx';

type Answer = RouteOutput<typeof routes.queryRule>;
export type SubjectRow = Answer['items'][number];
type Outcome = SubjectRow['outcome'];

function columnsOf(
  answer: Answer,
  words: { name: string; town: string; why: string },
  onWhy: (row: SubjectRow) => void,
) {
  const facts = answer.columns.map(
    (column, at): Column<SubjectRow> => ({
      key: column.path,
      title: column.label,
      ...(column.unit ? { unit: column.unit } : {}),
      render: (row) => row.facts[at]?.value ?? <span className="muted">—</span>,
      ...(column.numeric ? { align: 'right' as const } : {}),
      sort: column.path,
    }),
  );
  const hasTown = answer.items.some((row) => row.town !== null) && !answer.columns.some((one) => one.path === 'town');
  const town: Column<SubjectRow> = { key: '_town', title: words.town, render: (row) => row.town ?? '' };
  const title: Column<SubjectRow> = {
    key: '_name',
    title: words.name,
    phone: 'title',
    render: (row) =>
      row.href ? (
        <Link to={row.href} className="cell-title">
          {row.label}
        </Link>
      ) : (
        <span className="cell-title">{row.label}</span>
      ),
  };
  const why: Column<SubjectRow> = {
    key: '_why',
    title: '',
    width: 64,
    render: (row) => (
      <button type="button" className="link" onClick={() => onWhy(row)}>
        {words.why}
      </button>
    ),
  };
  return [title, ...(hasTown ? [town] : []), ...facts, why];
}

/** What a tried rule gives: how many, what each condition leaves, and the rows. */
export function Results({ trial, subject }: { trial: Trial; subject: SubjectSummary }) {
  const { t, i18n } = useTranslation(['rules', 'common']);
  const { message } = App.useApp();
  const [why, setWhy] = useState<SubjectRow>();
  const [saving, setSaving] = useState(false);
  const state = useListState({ filters: ['outcome'], pageSize: 20 });
  const outcome = (state.filters.outcome ?? 'true') as Outcome;
  const { sort, page, pageSize } = state;
  const wanted = { ...trial, outcome, ...(sort ? { sort } : {}) };
  const query = useQuery({
    queryKey: ['rule-query', wanted, page, pageSize, i18n.language],
    queryFn: ({ signal }) => api.queryRule({ body: { ...wanted, page, pageSize } }, signal),
    placeholderData: keepPreviousData,
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  const answer = query.data;
  const save = async () => {
    setSaving(true);
    try {
      await saveFile('exportRule', wanted);
    } catch (error) {
      message.error(describeError(error, t).title);
    } finally {
      setSaving(false);
    }
  };
  const count = (of: Outcome) => (answer ? ` ${formatExact(answer.outcomes[of])}` : '');
  return (
    <>
      {answer && (
        <Section title={t('conditions')} note={t('each')}>
          <p className="rule-result-sentence">{answer.sentence}</p>
          {answer.conditions.length > 1 && <Conditions answer={answer} unit={subject.unit} />}
          <p className="soft rule-fresh">
            <FreshnessLine of={answer.freshness} /> · {t('took', { ms: formatExact(answer.tookMs) })}
          </p>
        </Section>
      )}
      <div className="rule-outcomes">
        <Switcher<Outcome>
          label={t('outcome')}
          value={outcome}
          onChange={(next) => state.set({ outcome: next === 'true' ? undefined : next, sort: undefined })}
          options={[
            { value: 'true', label: `${t('holds')}${count('true')}` },
            { value: 'false', label: `${t('holdsNot')}${count('false')}` },
            { value: 'unknown', label: `${t('isUnknown')}${count('unknown')}` },
          ]}
        />
        <Button size="small" onClick={() => void save()} loading={saving} disabled={!answer?.total}>
          {t('export')}
        </Button>
      </div>
      <DataTable
        id={`rules-${trial.subject}`}
        label={t('rows')}
        columns={answer ? columnsOf(answer, { name: subject.label, town: t('town'), why: t('why') }, setWhy) : []}
        query={query}
        state={{ ...state, isFiltered: false }}
        rowKey={(row) => row.id}
        empty={{ title: t(`nobody.${outcome}`), text: t('nobodyText') }}
      />
      <WhyDrawer trial={trial} row={why} onClose={() => setWhy(undefined)} />
    </>
  );
}
