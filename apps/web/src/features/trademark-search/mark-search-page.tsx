import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { type ListState, useListState } from '../../lib/list-state.ts';
import { inPortal } from '../../lib/portal-address.ts';
import { Comparison } from './comparison.tsx';
import { FilingAdvice, ReportLinks } from './filing-advice.tsx';
import { PictureSearch } from './picture-search.tsx';
import { PriorRights } from './prior-rights.tsx';
import { HitGroup, Verdict } from './result-groups.tsx';
import { SearchForm } from './search-form.tsx';
import { NotSearched, SignAdvice } from './sign-advice.tsx';
import { FILTERS, type FoundMark, type MarkAnswer, useMarkSearch } from './use-mark-search.ts';
import '../../components/record-layout.css';
import './trademark-search.css';

const LEVELS = ['identical', 'near', 'arguable', 'far'] as const;

function Notices({ answer }: { answer: MarkAnswer }) {
  if (answer.notices.length === 0) return null;
  return (
    <ul className="search-notices">
      {answer.notices.map((notice) => (
        <li key={notice.code}>{notice.text}</li>
      ))}
    </ul>
  );
}

function Results({ answer, state, fading }: { answer: MarkAnswer; state: ListState; fading: boolean }) {
  const [number, setNumber] = useState<string>();
  const keyOf = (mark: FoundMark) => `${mark.country}${mark.registrationNo}${mark.name}`;
  const close = answer.hits.filter(({ level }) => level !== 'far');
  const chosen = answer.hits.find((mark) => keyOf(mark) === number) ?? close[0];
  return (
    <div className={fading ? 'record fading' : 'record'}>
      <div>
        <Notices answer={answer} />
        <Verdict answer={answer} />
        {answer.verdict === 'clear' && <PriorRights state={state} />}
        {LEVELS.map((level) => (
          <HitGroup
            key={level}
            level={level}
            hits={answer.hits.filter((mark) => mark.level === level)}
            chosen={chosen}
            onChoose={(mark) => setNumber(keyOf(mark))}
          />
        ))}
      </div>
      <div>
        {chosen && <Comparison compared={answer.compared} mark={chosen} />}
        {answer.verdict !== 'none' && (
          <>
            {answer.verdict !== 'clear' && <PriorRights state={state} />}
            <SignAdvice answer={answer} />
            <FilingAdvice state={state} />
            <ReportLinks state={state} />
          </>
        )}
        <NotSearched by="text" />
      </div>
    </div>
  );
}

function TextSearch({ state }: { state: ListState }) {
  const { t } = useTranslation('trademark-search');
  const query = useMarkSearch(state);
  const asked = state.filters.text !== undefined;
  return (
    <>
      {query.error && asked && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {asked && query.isPending && !query.error && (
        <section className="panel panel-body" aria-label={t('title')}>
          <SkeletonLines lines={6} />
        </section>
      )}
      {asked && query.data && <Results answer={query.data} state={state} fading={query.isPlaceholderData} />}
      {!asked && (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
    </>
  );
}

/** Type a mark, or drop a logo, and see what in the register is confusingly close to it, and why. */
export function Page() {
  const { t } = useTranslation(['trademark-search', 'shell']);
  const state = useListState({ filters: FILTERS });
  const by = state.filters.by === 'picture' ? 'picture' : 'text';
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        crumbs={inPortal() ? [] : [{ label: t('shell:chapter.protection') }]}
        meta={<span>{t(by === 'text' ? 'meta' : 'picture.meta')}</span>}
      />
      <div className="search-by">
        <Switcher
          label={t('by.label')}
          value={by}
          options={(['text', 'picture'] as const).map((value) => ({ value, label: t(`by.${value}`) }))}
          onChange={(next) => state.set({ by: next === 'text' ? undefined : next })}
        />
      </div>
      <SearchForm state={state} byText={by === 'text'} />
      {by === 'text' ? <TextSearch state={state} /> : <PictureSearch state={state} />}
    </div>
  );
}
