import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ClockCell, StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { meetingBase, meetingQuery, type TaskRow, taskBase } from './coordination-query.ts';
import { MeetingForm } from './meeting-form.tsx';
import { NewTask } from './new-task.tsx';
import './coordination.css';

function Decision({ task }: { task: TaskRow }) {
  return (
    <li>
      <span className="decision-no mono">{task.meeting?.decisionNo}</span>
      <div className="decision-what">
        <Link className="cell-title" to={`${taskBase}/${task.id}`}>
          {task.title}
        </Link>
        <span className="cell-sub">
          <b>{task.lead.shortName}</b> {task.members.map((one) => one.shortName).join('、')}
        </span>
        {task.lastProgress && (
          <p className="soft">
            {task.lastProgress.text} <small>{task.lastProgress.body}</small>
          </p>
        )}
      </div>
      <div className="decision-state">
        <StandingState row={task} />
        {task.standing === 'done' ? (
          <span className="mono">{task.dueOn}</span>
        ) : (
          <ClockCell clock={{ label: '', dueOn: task.dueOn }} />
        )}
      </div>
    </li>
  );
}

/** One meeting: what it was about and what became of its decisions. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const { id = '' } = useParams();
  const [open, setOpen] = useState<'edit' | 'decision'>();
  const query = useQuery(meetingQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const meeting = query.data;
  const close = () => setOpen(undefined);
  return (
    <div className="page">
      <PageHeader
        title={meeting.title}
        crumbs={[{ label: t('meeting.page'), to: meetingBase }]}
        tags={
          <>
            <StatusTag tone={meeting.decisions > 0 && meeting.done === meeting.decisions ? 'good' : 'info'}>
              {t('meeting.done', { done: meeting.done, all: meeting.decisions })}
            </StatusTag>
            {meeting.late > 0 && <StatusTag tone="late">{t('meeting.late', { count: meeting.late })}</StatusTag>}
          </>
        }
        meta={
          <>
            <span className="mono">{meeting.heldOn}</span>
            <MetaItem label={t('meeting.chair')}>{meeting.chair.name}</MetaItem>
            {meeting.minutesNo && <span className="mono">{meeting.minutesNo}</span>}
          </>
        }
        actions={meeting.mayEdit && <Button onClick={() => setOpen('edit')}>{t('meeting.edit')}</Button>}
      />
      <Section
        title={t('meeting.decisions')}
        note={t('meeting.decisionsNote')}
        flush
        extra={
          meeting.mayEdit && (
            <Button size="small" type="primary" onClick={() => setOpen('decision')}>
              {t('meeting.addDecision')}
            </Button>
          )
        }
      >
        {meeting.tasks.length === 0 ? (
          <EmptyState title={t('meeting.noDecision')}>{t('meeting.noDecisionText')}</EmptyState>
        ) : (
          <ol className="decision-list">
            {meeting.tasks.map((task) => (
              <Decision key={task.id} task={task} />
            ))}
          </ol>
        )}
      </Section>
      <Section title={t('meeting.minutes')}>
        <Descriptions
          items={[
            {
              key: 'bodies',
              label: t('meeting.bodies'),
              value: meeting.bodies.map((one) => one.name).join('、'),
              wide: true,
            },
            { key: 'place', label: t('meeting.place'), value: meeting.place },
            {
              key: 'topics',
              label: t('meeting.topics'),
              value: <span className="pre">{meeting.topics}</span>,
              wide: true,
            },
            {
              key: 'minutes',
              label: t('meeting.minutes'),
              value: meeting.minutes && <span className="pre">{meeting.minutes}</span>,
              wide: true,
            },
          ]}
        />
      </Section>
      {open === 'edit' && <MeetingForm meeting={meeting} onClose={close} />}
      {open === 'decision' && <NewTask meetingId={id} onClose={close} />}
    </div>
  );
}
