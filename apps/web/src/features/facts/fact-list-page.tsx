import type { FactSummary, SubjectSummary } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { ChoiceFilter, FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { addressQuery, api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { type FactGroupView, groupFacts } from './fact-groups.ts';
import { Coverage, FactKind } from './fact-tags.tsx';
import { TryLink, useMayTry } from './try-link.tsx';
import './facts.css';

function FactRow({ fact, subject }: { fact: FactSummary; subject: SubjectSummary }) {
  const { t } = useTranslation('facts');
  return (
    <li className="fact-row">
      <div className="fact-what">
        <Link to={`/facts/${fact.name}`} className="fact-label">
          {fact.label}
        </Link>
        <code>{fact.name}</code>
      </div>
      <p className="fact-definition">
        {fact.definition}
        {fact.source && <small>{t('source', { source: fact.source })}</small>}
      </p>
      <FactKind fact={fact} />
      <Coverage fact={fact} total={subject.total} unit={subject.unit} />
      <TryLink subject={fact.subject} text={fact.sample} className="fact-try">
        {t('try')}
      </TryLink>
    </li>
  );
}

function Group({ group, subject }: { group: FactGroupView; subject: SubjectSummary }) {
  const { t } = useTranslation('facts');
  const collection = subject.collections.find((one) => one.path === group.prefix);
  return (
    <section className="fact-group">
      <h3>
        {group.prefix === ''
          ? t('itself', { subject: subject.label })
          : (group.label ?? t('family', { prefix: group.prefix }))}
        <small>{formatExact(group.facts.length)}</small>
        {collection && (
          <TryLink subject={subject.subject} text={collection.sample}>
            {t('collection', { items: collection.label })}
          </TryLink>
        )}
      </h3>
      <ul>
        {group.facts.map((fact) => (
          <FactRow key={fact.name} fact={fact} subject={subject} />
        ))}
      </ul>
    </section>
  );
}

function Subjects({ subjects, state }: { subjects: readonly SubjectSummary[]; state: ListState }) {
  const { t } = useTranslation('facts');
  const chosen = state.filters.subject;
  const entry = (value: string | undefined, label: string, count: number) => (
    <button
      key={value ?? ''}
      type="button"
      aria-pressed={chosen === value}
      className={chosen === value ? 'on' : undefined}
      onClick={() => state.set({ subject: value })}
    >
      {label} <small>{formatExact(count)}</small>
    </button>
  );
  return (
    <fieldset className="fact-subjects">
      <legend className="sr-only">{t('bySubject')}</legend>
      {entry(
        undefined,
        t('allSubjects'),
        subjects.reduce((sum, one) => sum + one.facts, 0),
      )}
      {subjects.map((one) => entry(one.subject, one.label, one.facts))}
    </fieldset>
  );
}

/** Everything that can be said in rules, of whom, with its meaning and of how many it is known. */
export function Page() {
  const { t, i18n } = useTranslation('facts');
  const state = useListState({ filters: ['q', 'subject', 'module'] });
  const query = useQuery({
    queryKey: ['facts', state.filters, i18n.language],
    queryFn: ({ signal }) => api.listFacts({ query: addressQuery<'listFacts'>(state.filters) }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const mayTry = useMayTry();
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        meta={
          data && (
            <>
              <span>{t('about', { total: formatExact(data.total) })}</span>
              <FreshnessLine of={data.freshness} />
            </>
          )
        }
        actions={
          mayTry && (
            <Link to="/rules" className="action-link">
              {t('toWorkbench')}
            </Link>
          )
        }
      />
      {data && <Subjects subjects={data.subjects} state={state} />}
      <FilterBar state={state}>
        <TextFilter state={state} name="q" label={t('search')} width={320} />
        <ChoiceFilter
          state={state}
          name="module"
          label={t('module')}
          single
          options={(data?.modules ?? []).map((one) => ({
            value: one.code,
            label: t(`moduleName.${one.code}`, one.code),
          }))}
        />
        {data && <span className="muted">{t('found', { total: formatExact(data.items.length) })}</span>}
      </FilterBar>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && (
        <div className="panel">
          <SkeletonLines lines={10} />
        </div>
      )}
      {data?.items.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
      {data?.subjects.map((subject) => {
        const groups = groupFacts(subject, data.items);
        return (
          groups.length > 0 && (
            <section
              key={subject.subject}
              className={query.isPlaceholderData ? 'fact-subject fetching' : 'fact-subject'}
            >
              <h2>
                {subject.label}
                <small>
                  {subject.total === null ? t('notComputed') : `${formatExact(subject.total)} ${subject.unit}`}
                </small>
              </h2>
              <div className="panel">
                {groups.map((group) => (
                  <Group key={group.prefix} group={group} subject={subject} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </div>
  );
}
