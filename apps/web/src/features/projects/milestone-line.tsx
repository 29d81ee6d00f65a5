import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { daysBetween, today } from '../../lib/format.ts';
import { type Project, projectKeys } from './project-query.ts';

/** Term and milestones on one line: what is done, what is late, where today stands. */
export function MilestoneLine({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const queries = useQueryClient();
  const report = useMutation({
    mutationFn: ({ position, doneOn }: { position: number; doneOn: string | null }) =>
      api.reportMilestone({ params: { id: project.id, position }, body: { doneOn, note: null } }),
    onSuccess: () => {
      for (const queryKey of projectKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const { termFrom, termTo, milestones } = project;
  if (termFrom === null || termTo === null) return null;
  const length = Math.max(1, daysBetween(termFrom, termTo));
  const at = (day: string) => Math.max(0, Math.min(100, (daysBetween(termFrom, day) / length) * 100));
  const words = (one: (typeof milestones)[number]) => {
    if (one.doneOn) return t('milestone.done', { day: one.doneOn });
    if (one.late) return t('milestone.late');
    return t(one.dueOn < today() ? 'milestone.missed' : 'milestone.open');
  };
  const state = (one: (typeof milestones)[number]) => (one.doneOn ? 'done' : one.late ? 'late' : 'open');
  return (
    <Section
      title={t('milestone.title')}
      note={t('milestone.note', { agreement: project.agreementNo ?? '', from: termFrom, to: termTo })}
    >
      <div className="milestone-line" aria-hidden="true">
        <i className="passed" style={{ width: `${at(today())}%` }} />
        <u style={{ left: `${at(today())}%` }} title={t('milestone.today')} />
        {milestones.map((one) => (
          <b key={one.position} className={state(one)} style={{ left: `${at(one.dueOn)}%` }} />
        ))}
      </div>
      <ol className="milestones">
        {milestones.map((one) => (
          <li key={one.position} className={state(one)}>
            <div>
              <b>{one.label}</b>
              <small>
                {t('milestone.due')} <span className="mono">{one.dueOn}</span>
              </small>
            </div>
            <span className={one.late ? 'late' : 'muted'}>{words(one)}</span>
            {project.mayReport && one.doneOn === null && (
              <Button
                size="small"
                loading={report.isPending && report.variables.position === one.position}
                onClick={() => report.mutate({ position: one.position, doneOn: today() })}
              >
                {t('milestone.report')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {report.error && <ErrorBox error={report.error} />}
    </Section>
  );
}
