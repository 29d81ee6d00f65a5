import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { meetingBase, taskBase, taskKeys, taskQuery } from './coordination-query.ts';
import { ProgressList } from './progress-list.tsx';
import './coordination.css';

/** One joint task: who leads, who takes part, how it goes on. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const { id = '' } = useParams();
  const query = useQuery(taskQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const task = query.data;
  return (
    <div className="page">
      <PageHeader
        title={task.title}
        crumbs={[{ label: t('task.page'), to: taskBase }]}
        tags={
          <>
            <StandingState row={task} />
            <StatusTag>{task.kindLabel}</StatusTag>
            {task.late && <StatusTag tone="late">{t('list.late')}</StatusTag>}
          </>
        }
        meta={
          <>
            <span className="mono">{task.number}</span>
            <MetaItem label={t('task.due')}>
              <span className="mono">{task.dueOn}</span>
            </MetaItem>
            {task.meeting && (
              <MetaItem label={t('task.meeting')}>
                <Link className="link" to={`${meetingBase}/${task.meeting.id}`}>
                  {task.meeting.title} · {t('meeting.decisionNo', { no: task.meeting.decisionNo })}
                </Link>
              </MetaItem>
            )}
          </>
        }
      />
      <ProcedurePanel fileId={task.fileId} refreshes={taskKeys}>
        <Section title={t('task.what')}>
          <Descriptions
            items={[
              {
                key: 'content',
                label: t('task.content'),
                value: <span className="pre">{task.content}</span>,
                wide: true,
              },
              { key: 'lead', label: t('task.lead'), value: task.lead.name },
              { key: 'members', label: t('task.members'), value: task.members.map((one) => one.name).join('、') },
              { key: 'set', label: t('task.set'), value: `${task.createdOn} · ${task.createdBy}` },
              { key: 'done', label: t('task.doneOn'), value: task.doneOn },
              ...(task.report
                ? [
                    {
                      key: 'report',
                      label: t('task.report', { on: task.reportedOn }),
                      value: <span className="pre">{task.report}</span>,
                      wide: true,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
        <ProgressList
          entries={task.progress}
          maySay={task.maySay}
          onSay={(text) => api.addTaskProgress({ params: { id }, body: { text } })}
          refreshes={taskKeys}
          note={t('progress.noteTask')}
        />
      </ProcedurePanel>
    </div>
  );
}
