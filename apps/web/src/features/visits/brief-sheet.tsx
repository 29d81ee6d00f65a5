import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatExact, formatMoment, today } from '../../lib/format.ts';
import { useMe } from '../../lib/meta.ts';
import type { Brief } from './brief-query.ts';

/** How many of each list fit on one sheet; what is left out is counted on it. */
const fits = { toDo: 5, campaigns: 3, questions: 6, classAdvice: 3, lastVisits: 2, facts: 12, rights: 10 } as const;

function Block<Row>({
  title,
  rows,
  most,
  none,
  render,
}: {
  title: string;
  rows: readonly Row[];
  most: number;
  none: string;
  render: (row: Row) => ReactNode;
}) {
  const { t } = useTranslation('visits');
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="brief-none">{none}</p> : <ul>{rows.slice(0, most).map(render)}</ul>}
      {rows.length > most && <p className="brief-none">{t('brief.more', { total: rows.length - most })}</p>}
    </section>
  );
}

function Head({ brief }: { brief: Brief }) {
  const { t } = useTranslation('visits');
  const me = useMe();
  return (
    <header>
      <div>
        <small>
          {me.district.name} · {t('brief.name')}
        </small>
        <h1>{brief.name}</h1>
        <small>{brief.uscc ? t('brief.uscc', { uscc: brief.uscc }) : t('brief.noUscc')}</small>
      </div>
    </header>
  );
}

function Notes() {
  const { t } = useTranslation(['visits', 'cultivation']);
  const results = ['contacted', 'in-progress', 'declined', 'not-found'] as const;
  return (
    <section className="brief-notes">
      <h2>{t('brief.notes')}</h2>
      <p>
        <span>{t('brief.date')}</span>
        <i />
        <span>{t('brief.person')}</span>
        <i />
        <span className="brief-boxes">
          {results.map((result) => (
            <span key={result}>
              <b aria-hidden="true" /> {t(`cultivation:result.${result}`)}
            </span>
          ))}
        </span>
      </p>
      <div className="brief-lines" />
      <p>
        <span>{t('brief.nextStep')}</span>
        <i />
        <span>{t('brief.nextOn')}</span>
        <i className="short" />
      </p>
    </section>
  );
}

/** What to see to and what to ask. */
function Left({ brief }: { brief: Brief }) {
  const { t } = useTranslation('visits');
  return (
    <div>
      <Block
        title={t('brief.toDo')}
        rows={brief.toDo}
        most={fits.toDo}
        none={t('brief.toDoNone')}
        render={(row) => (
          <li key={`${row.title}${row.dueOn}`} className={row.level}>
            <b>{row.title}</b>
            {row.dueOn && <span className="mono"> {row.dueOn}</span>}
            <p>{row.text}</p>
          </li>
        )}
      />
      <Block
        title={t('brief.questions')}
        rows={brief.questions}
        most={fits.questions}
        none={t('brief.questionsNone')}
        render={(row) => (
          <li key={row} className="brief-question">
            {row}
          </li>
        )}
      />
    </div>
  );
}

/** What is known: the last visits, campaigns, classes. */
function Right({ brief }: { brief: Brief }) {
  const { t } = useTranslation(['visits', 'cultivation', 'labels']);
  return (
    <div>
      <Block
        title={t('brief.lastVisits')}
        rows={brief.lastVisits}
        most={fits.lastVisits}
        none={t('brief.lastVisitsNone')}
        render={(row) => (
          <li key={`${row.on}${row.summary}`}>
            <b className="mono">{row.on}</b> {row.by}
            <p className="brief-clamp">{row.summary}</p>
            {row.nextStep && <p>{t('brief.agreed', { text: row.nextStep })}</p>}
          </li>
        )}
      />
      <Block
        title={t('brief.campaigns')}
        rows={brief.campaigns}
        most={fits.campaigns}
        none={t('brief.campaignsNone')}
        render={(row) => (
          <li key={row.title}>
            {row.targetId ? <Link to={`/cultivation/targets/${row.targetId}`}>{row.title}</Link> : <b>{row.title}</b>}
            <span> {t(`cultivation:targetState.${row.state}`)}</span>
            <p>{row.why}</p>
          </li>
        )}
      />
      <Block
        title={t('brief.classAdvice')}
        rows={brief.classAdvice}
        most={fits.classAdvice}
        none={t('brief.classAdviceNone')}
        render={(row) => (
          <li key={row.niceClass}>
            <b>
              {t('labels:niceClass', { n: row.niceClass })} {row.label}
            </b>
            <p>{row.reason}</p>
          </li>
        )}
      />
    </div>
  );
}

/** The sheet itself. */
export function BriefSheet({ brief }: { brief: Brief }) {
  const { t } = useTranslation(['visits', 'cultivation', 'shell']);
  const me = useMe();
  return (
    <article className="brief-sheet" aria-label={t('brief.name')}>
      <Head brief={brief} />
      <dl className="brief-rights">
        {brief.rights.slice(0, fits.rights).map((right) => (
          <div key={right.label} className={right.value === 0 ? 'nothing' : undefined}>
            <dt>{right.label}</dt>
            <dd>
              {formatExact(right.value)}
              <small>{right.unit}</small>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="brief-facts">
        {brief.facts.slice(0, fits.facts).map((fact) => (
          <div key={fact.label} className={fact.value.length > 16 ? 'wide' : undefined}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <div className="brief-columns">
        <Left brief={brief} />
        <Right brief={brief} />
      </div>
      <Notes />
      <footer>
        <span>{t('brief.foot', { date: today(), name: me.displayName })}</span>
        <span>
          {t('cultivation:fresh.asOf', { date: brief.freshness.asOf })}
          {brief.freshness.computedAt &&
            ` · ${t('cultivation:fresh.computed', { at: formatMoment(brief.freshness.computedAt) })}`}
          {me.district.demo && ` · ${t('shell:demo.mark')}`}
        </span>
      </footer>
    </article>
  );
}
