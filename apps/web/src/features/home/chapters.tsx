import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { StandingTag } from '../../components/standing-tag.tsx';
import { type Clause, clauseHref, type Plan } from '../../lib/plan.ts';
import { MeasureRows } from './measure-rows.tsx';
import { useOnlyBehind } from './standing-strip.tsx';

type Chapter = Plan['chapters'][number];

const needsAttention = (standing: string) => standing === 'behind' || standing === 'attention';

/** A clause with only those measures and indicators that need attention. */
function onlyBehind(clause: Clause): Clause {
  const indicators = clause.indicators.filter((indicator) => needsAttention(indicator.standing));
  const codes = new Set(indicators.map((indicator) => indicator.code));
  const measures = clause.measures
    .map((measure) => ({ ...measure, indicators: measure.indicators.filter((code) => codes.has(code)) }))
    .filter((measure) => measure.indicators.length > 0);
  return { ...clause, indicators, measures };
}

function ClauseRows({ clause, asOf }: { clause: Clause; asOf: string | undefined }) {
  return (
    <>
      <tbody className="clause-head">
        <tr>
          <th colSpan={7} scope="rowgroup">
            <Link to={clauseHref(clause.code, asOf)} title={clause.text}>
              <span className="clause-code">{clause.code}</span>
              {clause.title}
            </Link>
            {clause.standing === 'not-built' && <StandingTag standing="not-built" />}
          </th>
        </tr>
      </tbody>
      {clause.measures.map((measure) => (
        <MeasureRows key={measure.code} clause={clause} measure={measure} asOf={asOf} />
      ))}
    </>
  );
}

function ChapterTable({ chapter, asOf }: { chapter: Chapter; asOf: string | undefined }) {
  const { t } = useTranslation(['home', 'plan']);
  // On a phone a chapter is folded until asked for; on a wide screen it is always open.
  const [open, setOpen] = useState(false);
  const measures = chapter.clauses.reduce((sum, clause) => sum + clause.measures.length, 0);
  return (
    <section className={open ? 'chapter open' : 'chapter'}>
      <h2>
        <span>
          <span className="chapter-code">{chapter.code}</span>
          {chapter.title}
        </span>
        <small>
          {t('measureCount', { count: measures })}
          {chapter.behind > 0 && (
            <>
              {' · '}
              <span className="late">{t('behindCount', { count: chapter.behind })}</span>
            </>
          )}
        </small>
        <button type="button" className="link chapter-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'fold' : 'unfold')}
          <span className="sr-only">{chapter.title}</span>
        </button>
      </h2>
      <div className="panel chapter-panel">
        <table className="plan-table" aria-label={chapter.title}>
          <ColumnHeads
            heads={[
              t('measure'),
              t('indicator'),
              t('progress'),
              { right: t('current') },
              { right: t('plan:target') },
              t('standing'),
              t('responsible'),
            ]}
          />
          {chapter.clauses.map((clause) => (
            <ClauseRows key={clause.code} clause={clause} asOf={asOf} />
          ))}
        </table>
      </div>
    </section>
  );
}

/** The plan chapter by chapter: clauses, measures, and where each indicator stands. */
export function Chapters({ plan, asOf }: { plan: Plan; asOf: string | undefined }) {
  const { t } = useTranslation('home');
  const [only, setOnly] = useOnlyBehind();
  const chapters = plan.chapters
    .map((chapter) => {
      const clauses = only
        ? chapter.clauses.map(onlyBehind).filter((clause) => clause.measures.length > 0)
        : chapter.clauses;
      return { ...chapter, clauses };
    })
    .filter((chapter) => chapter.clauses.length > 0);
  if (chapters.length === 0)
    return (
      <div className="panel">
        <EmptyState
          title={t('nothingBehind')}
          action={
            <button type="button" className="link" onClick={() => setOnly(false)}>
              {t('showAll')}
            </button>
          }
        />
      </div>
    );
  return chapters.map((chapter) => <ChapterTable key={chapter.code} chapter={chapter} asOf={asOf} />);
}
