import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { type Desk, useDesk } from './desk-query.ts';
import { MatterList } from './matter-list.tsx';
import { NotRegistered } from './not-registered.tsx';
import './agency-portal.css';

const SHOWN = 5;

function Tasks({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <Section
      title={t('portal.tasks')}
      note={desk.tasks.length > 0 ? t('portal.tasksNote', { n: desk.tasks.length }) : undefined}
    >
      {desk.tasks.length === 0 ? (
        <p className="soft">{t('portal.noTasks')}</p>
      ) : (
        <ul className="agency-tasks">
          {desk.tasks.map((task) => (
            <li key={`${task.kind}${task.title}${task.href}`} className={task.level}>
              <Link to={task.href}>
                <b>{task.title}</b>
                <span>{task.text}</span>
              </Link>
              {task.dueOn && (
                <span className={task.level === 'late' ? 'late mono' : 'mono'}>
                  {t(task.level === 'late' ? 'portal.overdue' : 'portal.due', { day: task.dueOn })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Card({ agency }: { agency: NonNullable<Desk['agency']> }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <Section
      title={t('portal.card')}
      extra={
        <Link className="link" to="/file">
          {t('portal.all')}
        </Link>
      }
    >
      <dl className="agency-card">
        <dt>{t('portal.kinds')}</dt>
        <dd>{agency.kinds.map((kind) => t(`kind.${kind}`)).join('、')}</dd>
        {agency.agencyCode && (
          <>
            <dt>{t('portal.code')}</dt>
            <dd className="mono">{agency.agencyCode}</dd>
          </>
        )}
        {agency.filingUntil && (
          <>
            <dt>{t('portal.filingUntil')}</dt>
            <dd className="mono">{agency.filingUntil}</dd>
          </>
        )}
        <dt>{t('portal.people')}</dt>
        <dd>{t('portal.peopleN', { n: agency.people })}</dd>
      </dl>
    </Section>
  );
}

/** Where an agency starts: what is to be done, what is under way, how it stands in the register. */
export function Page() {
  const { t } = useTranslation('agency-affairs');
  const query = useDesk();
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const desk = query.data;
  const { agency } = desk;
  const matters = [...desk.inquiries, ...desk.requests, ...desk.reports]
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, SHOWN);
  return (
    <div className="page agency-portal">
      <PageHeader
        title={agency?.name ?? desk.party}
        tags={agency && <StatusTag tone={toneOf(agency.status)}>{t(`status.${agency.status}`)}</StatusTag>}
        meta={
          <>
            {desk.uscc && <MetaItem label={t('portal.uscc')}>{desk.uscc}</MetaItem>}
            {agency?.town && <span>{agency.town}</span>}
          </>
        }
      />
      {agency === null && <NotRegistered desk={desk} />}
      <div className="agency-columns">
        <div>
          <Tasks desk={desk} />
        </div>
        <aside>
          {agency && <Card agency={agency} />}
          <Section title={t('portal.recent')}>
            {matters.length === 0 ? <p className="soft">{t('portal.noMatters')}</p> : <MatterList matters={matters} />}
          </Section>
        </aside>
      </div>
    </div>
  );
}
