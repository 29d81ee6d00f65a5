import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatBytes, formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';

const POLL_MS = 2000;

/** Sealed packages of the file, which whoever it was handed to can take along and verify. */
export function HandOverPackages({ fileId }: { fileId: string }) {
  const { t, i18n } = useTranslation('coordination');
  const me = useMe();
  const queries = useQueryClient();
  const queryKey = ['hand-over-packages', fileId];
  const packages = useQuery({
    queryKey: [...queryKey, i18n.language],
    queryFn: ({ signal }) => api.listPackages({ params: { id: fileId } }, signal),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'making') ? POLL_MS : false),
  });
  const papers = packages.data?.papers ?? [];
  const seal = useMutation({
    mutationFn: () =>
      api.sealPackage({
        params: { id: fileId },
        body: { title: t('package.name'), paperDocumentIds: papers.map((one) => one.id) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
  });
  const items = packages.data?.items ?? [];
  return (
    <Section
      title={t('package.title')}
      note={t('package.note')}
      extra={
        can(me, permissions.sealPackages) && (
          <Button size="small" loading={seal.isPending} onClick={() => seal.mutate()}>
            {t('package.seal')}
          </Button>
        )
      }
    >
      {seal.error && <ErrorBox error={seal.error} />}
      {packages.error && <ErrorBox error={packages.error} />}
      {items.length === 0 && <p className="muted">{t('package.none')}</p>}
      <ul className="package-list">
        {items.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.title}</b> <span className="mono">{one.number}</span>
              <small className="mono">{one.sha256 ?? ''}</small>
              <small>{formatMoment(one.sealedAt ?? one.orderedAt)}</small>
            </div>
            {one.state === 'ready' ? (
              <Button
                size="small"
                href={urlOf(routes.downloadPackage, { params: { id: fileId, packageId: one.id } })}
                download
              >
                {t('package.download', { size: formatBytes(one.size ?? 0) })}
              </Button>
            ) : (
              <StatusTag tone={one.state === 'failed' ? 'late' : 'info'}>{t(`package.${one.state}`)}</StatusTag>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
