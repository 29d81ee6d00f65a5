import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { ActDialog } from './act-dialog.tsx';
import { documentHref, KEY, type Overview } from './association-query.ts';

const SORTS = ['convention', 'standard'] as const;

/** Versions of the convention and of standards, with how many members signed. */
export function DocumentTab({ may }: { may: Overview['may'] }) {
  const { t, i18n } = useTranslation('association');
  const navigate = useNavigate();
  const [sort, setSort] = useState<(typeof SORTS)[number]>();
  const query = useQuery({
    queryKey: [KEY, 'documents', i18n.language],
    queryFn: ({ signal }) => api.listAssociationDocuments({}, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  const { items } = query.data;
  return (
    <>
      {SORTS.map((one) => {
        const own = items.filter((row) => row.sort === one);
        return (
          <Section
            key={one}
            title={t(`document.${one}`)}
            extra={may.publish && <Button onClick={() => setSort(one)}>{t('document.publish')}</Button>}
          >
            {own.length === 0 && <EmptyState title={t('document.none')} />}
            <ul className="versions">
              {own.map((row) => (
                <li key={row.id}>
                  <div>
                    <Link className="cell-title" to={documentHref(row.id)}>
                      {row.title}
                    </Link>
                    <span className="cell-sub">
                      {t('document.version', { version: row.version })} · {t('document.from', { day: row.effectiveOn })}
                      {row.replacedOn && ` · ${t('document.replaced', { day: row.replacedOn })}`}
                    </span>
                  </div>
                  <span className="signed">
                    {t('document.signed', { count: row.signatures })}
                    {row.inForce && (
                      <span className="signed-bar" aria-hidden="true">
                        <i
                          style={{
                            width: `${row.members === 0 ? 0 : Math.min(100, (row.signatures / row.members) * 100)}%`,
                          }}
                        />
                      </span>
                    )}
                  </span>
                  <StatusTag tone={row.inForce ? 'good' : 'plain'}>
                    {t(row.inForce ? 'document.inForce' : row.replacedOn ? 'document.old' : 'document.coming')}
                  </StatusTag>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      {sort && (
        <ActDialog
          title={`${t('document.publish')} · ${t(`document.${sort}`)}`}
          note={t('document.publishNote')}
          ok={t('document.publish')}
          fields={[
            { name: 'title', label: t('document.title'), type: 'text', least: 4 },
            { name: 'body', label: t('document.body'), type: 'long', least: 10 },
            { name: 'adoptedOn', label: t('document.adopted'), type: 'date' },
            { name: 'effectiveOn', label: t('document.effective'), type: 'date' },
          ]}
          run={({ title = '', body = '', adoptedOn = '', effectiveOn = '' }) =>
            api.publishDocument({ body: { sort, title, body, adoptedOn, effectiveOn } })
          }
          onDone={(answer) => navigate(documentHref((answer as { id: string }).id))}
          onClose={() => setSort(undefined)}
        />
      )}
    </>
  );
}
