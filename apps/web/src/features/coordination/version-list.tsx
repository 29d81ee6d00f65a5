import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import type { HandOver } from './coordination-query.ts';

/** Every text that was saved, those that came second among them; asked for only once it is opened. */
export function VersionList({ handOver }: { handOver: HandOver }) {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const [open, setOpen] = useState(false);
  const versions = useQuery({
    queryKey: ['hand-over', handOver.id, 'versions', handOver.revision, i18n.language],
    queryFn: ({ signal }) => api.listHandOverVersions({ params: { id: handOver.id } }, signal),
    enabled: open,
  });
  if (!can(me, permissions.prepareHandOvers)) return null;
  return (
    <details className="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('version.open', { revision: handOver.revision })}</summary>
      <ol>
        {(versions.data?.items ?? []).map((one) => (
          <li key={one.id}>
            <p>
              <span className="mono">{t('version.revision', { revision: one.revision })}</span> {one.savedBy}{' '}
              <time dateTime={one.savedAt}>{formatMoment(one.savedAt)}</time>{' '}
              {!one.kept && <StatusTag tone="warn">{t('version.second')}</StatusTag>}
            </p>
            <p className="pre soft">{one.content.facts}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
