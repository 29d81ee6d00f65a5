import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { briefQuery } from './brief-query.ts';
import { BriefSheet } from './brief-sheet.tsx';
import './brief.css';

/** The one page an officer takes along on a visit: on screen as it will be on paper. */
export function Page() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation(['visits', 'shell']);
  const query = useQuery(briefQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  return (
    <div className="page brief-page">
      <div className="no-print">
        <PageHeader
          title={t('brief.title')}
          crumbs={[{ label: query.data.name, to: `/enterprises/${id}` }]}
          meta={<span>{t('brief.meta')}</span>}
          actions={
            <>
              <Link to={`/cultivation/class-gaps/${id}`}>
                <Button>{t('brief.classes')}</Button>
              </Link>
              <Button type="primary" onClick={() => print()}>
                {t('brief.print')}
              </Button>
            </>
          }
        />
      </div>
      <BriefSheet brief={query.data} />
    </div>
  );
}
