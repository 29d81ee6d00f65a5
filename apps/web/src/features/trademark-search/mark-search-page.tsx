import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { useListState } from '../../lib/list-state.ts';
import { inPortal } from '../../lib/portal-address.ts';
import { Comparison } from './comparison.tsx';
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

function Results({ answer, fading }: { answer: MarkAnswer; fading: boolean }) {
  const [number, setNumber] = useState<string>();
  const keyOf = (mark: FoundMark) => `${mark.country}${mark.registrationNo}${mark.name}`;
  const close = answer.hits.filter(({ level }) => level !== 'far');
  const chosen = answer.hits.find((mark) => keyOf(mark) === number) ?? close[0];
  return (
    <div className={fading ? 'record fading' : 'record'}>
      <div>
        <Notices answer={answer} />
        <Verdict answer={answer} />
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
        {answer.verdict !== 'none' && <SignAdvice answer={answer} />}
        <NotSearched />
      </div>
    </div>
  );
}

/** Type a mark and see what in the register is confusingly close to it, and why. */
export function Page() {
  const { t } = useTranslation(['trademark-search', 'shell']);
  const state = useListState({ filters: FILTERS });
  const query = useMarkSearch(state);
  const asked = state.filters.text !== undefined;
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        crumbs={inPortal() ? [] : [{ label: t('shell:chapter.protection') }]}
        meta={<span>{t('meta')}</span>}
      />
      <SearchForm state={state} />
      {query.error && asked && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {asked && query.isPending && !query.error && (
        <section className="panel panel-body" aria-label={t('title')}>
          <SkeletonLines lines={6} />
        </section>
      )}
      {asked && query.data && <Results answer={query.data} fading={query.isPlaceholderData} />}
      {!asked && (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
    </div>
  );
}
