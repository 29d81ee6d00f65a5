import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { ApplyChange } from './apply-change.tsx';
import type { Project } from './project-query.ts';

function Objections({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  if (project.objections.length === 0) return null;
  return (
    <Section title={t('objection.title')}>
      <ul className="matters">
        {project.objections.map((one) => (
          <li key={one.id}>
            <p>
              <StatusTag tone={one.answer === null ? 'warn' : one.upheld ? 'late' : 'good'}>
                {one.answer === null
                  ? t('objection.open')
                  : one.upheld
                    ? t('objection.upheld')
                    : t('objection.answered')}
              </StatusTag>{' '}
              <span className="mono">{one.receivedOn}</span> {one.by ?? t('objection.anonymous')}
            </p>
            <p>{one.text}</p>
            {one.answer && (
              <p className="soft">
                {t('objection.answer', { day: one.answeredOn })}
                {one.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Changes({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  if (project.changes.length === 0) return null;
  return (
    <Section title={t('change.title')}>
      <ul className="matters">
        {project.changes.map((one) => (
          <li key={one.id}>
            <p>
              <StatusTag tone={one.decision === null ? 'warn' : one.decision === 'approved' ? 'good' : 'plain'}>
                {t(`change.${one.decision ?? 'open'}`)}
              </StatusTag>{' '}
              <span className="mono">{one.askedOn}</span> {t(`change.kind.${one.kind}`)}
              {one.termTo && ` → ${one.termTo}`}
            </p>
            <p>{one.proposal}</p>
            <p className="soft">{one.reason}</p>
            {one.note && <p className="soft">{one.note}</p>}
            {one.appliedOn && <p className="soft">{t('change.applied', { day: one.appliedOn })}</p>}
            {one.mayApply && <ApplyChange project={project} change={one} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Objections during publicity and changes while it runs. */
export function MattersSection({ project }: { project: Project }) {
  return (
    <>
      <Objections project={project} />
      <Changes project={project} />
    </>
  );
}
