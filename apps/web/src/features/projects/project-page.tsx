import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { toneOfState, Wan } from './amounts.tsx';
import { Consortium } from './consortium.tsx';
import { GrantSection } from './grant-section.tsx';
import { MattersSection } from './matters-section.tsx';
import { MilestoneLine } from './milestone-line.tsx';
import { applicationHref, base, callHref, type Project, projectKeys, projectQuery } from './project-query.ts';
import { ReviewSection } from './review-section.tsx';
import { TargetTable } from './target-table.tsx';
import './projects.css';
import './project-page.css';

function Eligibility({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const { eligibility } = project;
  if (eligibility === null) return null;
  return (
    <Section title={t('eligibility.title')} note={t('eligibility.asOf', { day: eligibility.asOf })}>
      <p className={eligibility.outcome === 'true' ? undefined : 'warn'}>{t(`eligibility.${eligibility.outcome}`)}</p>
      <p className="soft">{eligibility.sentence}</p>
      {eligibility.trace && (
        <details className="eligibility-trace">
          <summary className="link">{t('eligibility.why')}</summary>
          <TraceTree trace={eligibility.trace} label={t('eligibility.title')} />
        </details>
      )}
    </Section>
  );
}

function Head({ project }: { project: Project }) {
  const { t } = useTranslation('projects');
  const navigate = useNavigate();
  return (
    <PageHeader
      title={project.title}
      crumbs={[
        { label: t('title'), to: base },
        { label: project.callTitle, to: callHref(project.callId) },
      ]}
      tags={
        <>
          <StatusTag tone={toneOfState(project.state, project.standing)}>{project.stateLabel}</StatusTag>
          {project.terms.example && <ExampleMark />}
        </>
      }
      meta={
        <>
          <span className="mono">{project.number}</span>
          <span>{project.kindLabel}</span>
          <MetaItem label={t('list.lead')}>
            <Link className="link" to={project.leadHref}>
              {project.lead}
            </Link>
          </MetaItem>
          {project.town && <span>{project.town}</span>}
          <MetaItem label={project.grantedFen === null ? t('grant.asked') : t('grant.granted')}>
            <Wan fen={project.grantedFen ?? project.requestedFen} />
          </MetaItem>
          {project.termTo && (
            <MetaItem label={t('grant.term')}>
              <span className="mono">
                {project.termFrom} – {project.termTo}
              </span>
            </MetaItem>
          )}
        </>
      }
      actions={
        project.maySave && (
          <Button type="primary" onClick={() => navigate(applicationHref(project.id))}>
            {t('form.open')}
          </Button>
        )
      }
    />
  );
}

/** One project: file, consortium, targets against what was reached, milestones, instalments, review. */
export function Page() {
  const { t, i18n } = useTranslation('projects');
  const { id = '' } = useParams();
  const query = useQuery(projectQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const project = query.data;
  return (
    <div className="page">
      <Head project={project} />
      <ProcedurePanel fileId={project.fileId} refreshes={projectKeys}>
        {project.milestones.length > 0 && <MilestoneLine project={project} />}
        {project.maySeeReview && !['draft', 'returned', 'submitted'].includes(project.state) && (
          <ReviewSection project={project} />
        )}
        <TargetTable project={project} />
        {project.grant.length > 0 && <GrantSection project={project} />}
        <Section title={t('project.abstract')} note={project.field}>
          <p className="project-abstract">{project.abstract || <span className="muted">{t('project.empty')}</span>}</p>
        </Section>
        <Consortium project={project} />
        <MattersSection project={project} />
        <Eligibility project={project} />
      </ProcedurePanel>
    </div>
  );
}
