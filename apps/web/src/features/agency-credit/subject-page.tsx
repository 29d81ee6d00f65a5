import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AsOfPicker, useAsOf } from '../../components/as-of.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { today } from '../../lib/format.ts';
import { subjectPath, type Trace, traceQuery, useCreditBase } from './credit-query.ts';
import { EvaluationRows } from './evaluation-rows.tsx';
import { GradeMark } from './grade-mark.tsx';
import { ScoreCourse } from './score-course.tsx';
import { TraceLines } from './trace-lines.tsx';
import { UnconfirmedNote } from './unconfirmed-note.tsx';
import './agency-credit.css';

function Standing({ trace }: { trace: Trace }) {
  const { t } = useTranslation('agency-credit');
  return (
    <div className="credit-standing panel">
      <div className="credit-big">
        <GradeMark grade={trace.grade} large />
        <div>
          <span className="credit-number">{trace.score ?? '—'}</span>
          <small>{trace.score === null ? t('filedOnly') : t('ofBase', { base: trace.base })}</small>
        </div>
      </div>
      <div className="credit-words">
        <p className="credit-sentence">{trace.sentence}</p>
        {trace.measures.map((one) => (
          <p key={one.measure}>
            <b>{t('list.measure')}</b> {one.label} <small className="muted">{one.article}</small>
          </p>
        ))}
        {trace.rules && (
          <p className="muted">{t('byRules', { article: trace.rules.article, version: trace.rules.version })}</p>
        )}
      </div>
    </div>
  );
}

function People({ trace }: { trace: Trace }) {
  const { t } = useTranslation('agency-credit');
  const base = useCreditBase();
  if (trace.people.length === 0) return null;
  return (
    <Section title={t('people')} note={t('peopleNote')}>
      <ul className="credit-people">
        {trace.people.map((one) => (
          <li key={one.subjectId}>
            <GradeMark grade={one.grade} />
            <Link className="link" to={subjectPath(base, one)}>
              {one.name}
            </Link>
            <span>{t('scoreOf', { score: one.score ?? '—' })}</span>
            {one.agencyName === null && <small className="muted">{t('leftAgency')}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The file of an agency that is not scored: each content the law names, with what is in it or that nothing is. */
function Contents({ contents, day }: { contents: NonNullable<Trace['contents']>; day: string }) {
  const { t } = useTranslation('agency-credit');
  return (
    <Section title={t('contents')} note={t('linesNote', { day })}>
      <ol className="credit-contents">
        {contents.map((one) => (
          <li key={one.group}>
            <h3>
              {one.label} <small className="muted">{t('contentsCount', { n: one.lines.length })}</small>
            </h3>
            {one.note && <p>{one.note}</p>}
            {one.lines.length > 0 ? <TraceLines lines={one.lines} /> : <p className="muted">{t('contentsNone')}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** One agency or person: its score on any day, every event behind it, how it ran, its evaluations. */
export function Page() {
  const { t, i18n } = useTranslation('agency-credit');
  const base = useCreditBase();
  const { type = 'agency', id = '' } = useParams();
  const { asOf, setAsOf } = useAsOf();
  const query = useQuery({ ...traceQuery(type, id, asOf, i18n.language), placeholderData: keepPreviousData });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  const trace = query.data;
  if (!trace) return <PageSkeleton />;
  const toDay = (day: string) => setAsOf(day > today() ? undefined : day);
  return (
    <div className="page">
      <PageHeader
        title={trace.name}
        crumbs={[{ label: t('title'), to: base }]}
        meta={
          <>
            <span>{t(`subject.${trace.subjectType}`)}</span>
            {trace.subjectType === 'person' && trace.agencyId && (
              <Link className="link" to={subjectPath(base, { subjectType: 'agency', subjectId: trace.agencyId })}>
                {trace.agencyName}
              </Link>
            )}
            {trace.town && <span>{trace.town}</span>}
            {base !== '/credit' && trace.agencyId && (
              <Link className="link" to={`/agencies/register/${trace.agencyId}`}>
                {t('register')}
              </Link>
            )}
          </>
        }
        actions={<AsOfPicker asOf={asOf} onChange={setAsOf} label={t('asOf')} />}
      />
      <Standing trace={trace} />
      {trace.rules && <UnconfirmedNote rules={[trace.rules]} />}
      {trace.base !== null && trace.periods.length > 0 && (
        <Section title={t('course.title')}>
          <ScoreCourse periods={trace.periods} on={trace.on} onDay={toDay} />
        </Section>
      )}
      {trace.contents === null ? (
        <Section title={t('lines')} note={t('linesNote', { day: trace.on })}>
          <TraceLines lines={trace.lines} />
        </Section>
      ) : (
        <Contents contents={trace.contents} day={trace.on} />
      )}
      <People trace={trace} />
      {trace.evaluations.length > 0 && (
        <Section title={t('evaluations')}>
          <EvaluationRows items={trace.evaluations} withRound />
        </Section>
      )}
    </div>
  );
}
