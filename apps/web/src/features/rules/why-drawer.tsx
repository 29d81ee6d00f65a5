import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { FreshnessLine } from '../../components/freshness-line.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { api } from '../../lib/api.ts';
import type { SubjectRow } from './results.tsx';
import type { Trial } from './use-workbench.ts';

/** Why the rule holds for one subject, or does not: its conditions with what they found. */
export function WhyDrawer({ trial, row, onClose }: { trial: Trial; row: SubjectRow | undefined; onClose: () => void }) {
  const { t, i18n } = useTranslation('rules');
  const query = useQuery({
    queryKey: ['rule-why', trial, row?.id, i18n.language],
    queryFn: ({ signal }) => api.explainRule({ body: { ...trial, id: row?.id ?? '' } }, signal),
    enabled: row !== undefined,
  });
  return (
    <Drawer open={row !== undefined} onClose={onClose} title={row?.label} size={560}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.isPending && <SkeletonLines lines={6} />}
      {query.data && (
        <>
          <TraceTree trace={query.data.trace} label={t('why')} />
          <p className="soft rule-fresh">
            <FreshnessLine of={query.data.freshness} />
          </p>
          {query.data.href && <Link to={query.data.href}>{t('openRecord')}</Link>}
        </>
      )}
    </Drawer>
  );
}
