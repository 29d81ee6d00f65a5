import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOfInstalment, Wan } from './amounts.tsx';
import type { Project } from './project-query.ts';

/** The grant by instalments: what falls due when, what was paid. */
export function GrantSection({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('grant.title')} note={project.approvalNo}>
      <ol className="instalments">
        {project.grant.map((part) => (
          <li key={part.id} className={part.state}>
            <small>{part.label}</small>
            <b>
              <Wan fen={part.amountFen} />
            </b>
            <small className="muted">{part.percent}%</small>
            <StatusTag tone={toneOfInstalment(part.state)}>{t(`instalment.${part.state}`)}</StatusTag>
            <small className="muted">
              {part.paidOn
                ? t('grant.paidOn', { day: part.paidOn })
                : part.payableOn
                  ? t('grant.payableOn', { day: part.payableOn })
                  : ''}
            </small>
            {part.documentNo && <small className="muted">{part.documentNo}</small>}
            {part.reason && <small className="late">{part.reason}</small>}
          </li>
        ))}
      </ol>
      {project.ending && (
        <p className="ending">
          {t('grant.ending', { no: project.ending.decisionNo, day: project.ending.on })}{' '}
          <Wan fen={project.ending.clawBackFen} />
          <small>{project.ending.reason}</small>
        </p>
      )}
    </Section>
  );
}
