import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { filingQuery, type Project } from './project-query.ts';

/** What still hinders the filing, point by point, as the server would judge it now. */
export function FilingChecks({ project }: { project: Project }) {
  const { t, i18n } = useTranslation('projects');
  const query = useQuery(filingQuery(project.id, i18n.language));
  return (
    <Section
      title={t('filing.title')}
      note={query.data && (query.data.ready ? t('filing.ready') : t('filing.notReady'))}
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={6} />}
      <ul className="filing-checks">
        {query.data?.checks.map((check) => (
          <li key={check.code} className={check.ok ? (check.person ? 'person' : 'ok') : 'open'}>
            <i aria-hidden="true">{check.ok ? (check.person ? '?' : '✓') : '✕'}</i>
            <div>
              <b>{check.label}</b>
              <small>{check.text}</small>
            </div>
          </li>
        ))}
      </ul>
      {query.data?.eligibility?.trace && (
        <details className="eligibility-trace">
          <summary className="link">{t('eligibility.why')}</summary>
          <TraceTree trace={query.data.eligibility.trace} label={t('eligibility.title')} />
        </details>
      )}
      <p className="muted">{t('filing.papers')}</p>
    </Section>
  );
}
