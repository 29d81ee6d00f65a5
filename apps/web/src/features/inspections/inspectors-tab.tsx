import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { inspectorsQuery } from './inspection-query.ts';

/** Officers with certificates: who may inspect today, and the account each signs in by. */
export function InspectorsTab() {
  const { t } = useTranslation('inspections');
  const me = useMe();
  const queries = useQueryClient();
  const query = useQuery(inspectorsQuery());
  const link = useMutation({
    mutationFn: ({ id, userId }: { id: string; userId: string }) =>
      api.linkInspector({ params: { id }, body: { userId } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inspectors'] }),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { items, accounts } = query.data;
  const nameOf = (userId: string | null) => accounts.find((one) => one.userId === userId)?.name ?? null;
  return (
    <Section title={t('inspector.title')} note={t('inspector.note')}>
      {link.error && <ErrorBox error={link.error} />}
      <div className="insp-scroll">
        <table className="insp-answers insp-grid">
          <thead>
            <tr>
              <th>{t('inspector.name')}</th>
              <th>{t('inspector.unit')}</th>
              <th>{t('inspector.certificate')}</th>
              <th>{t('inspector.may')}</th>
              <th>{t('inspector.account')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.officerId ?? one.name}>
                <td>{one.name}</td>
                <td>{one.unit ?? '—'}</td>
                <td className="mono">
                  {one.certificateNo ?? '—'}
                  <small>{one.certificateTo}</small>
                </td>
                <td>
                  <StatusTag tone={one.problem === null ? 'good' : 'late'}>
                    {one.problem ?? t('inspector.yes')}
                  </StatusTag>
                </td>
                <td>
                  {can(me, permissions.assignInspections) && one.officerId !== null ? (
                    <Select
                      aria-label={t('inspector.account')}
                      style={{ minWidth: 180 }}
                      value={nameOf(one.userId) === null ? undefined : one.userId}
                      placeholder={t('inspector.none')}
                      options={accounts.map((account) => ({ value: account.userId, label: account.name }))}
                      onChange={(userId: string) => link.mutate({ id: one.officerId ?? '', userId })}
                    />
                  ) : (
                    (nameOf(one.userId) ?? '—')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
