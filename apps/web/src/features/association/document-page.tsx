import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { ActDialog } from './act-dialog.tsx';
import { agencyHref, base, documentQuery } from './association-query.ts';
import './association.css';

/** One version: its text, who signed it and which members have not. */
export function Page() {
  const { t, i18n } = useTranslation('association');
  const { id = '' } = useParams();
  const me = useMe();
  const [signing, setSigning] = useState(false);
  const query = useQuery(documentQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const document = query.data;
  const own = document.own !== null;
  const maySign =
    can(me, permissions.signAssociation) && document.replacedOn === null && (!own || document.own?.signed === false);
  return (
    <div className="page association-page">
      <PageHeader
        title={document.title}
        crumbs={[
          { label: t('title'), to: base },
          { label: t('tab.documents'), to: `${base}?tab=documents` },
        ]}
        tags={
          <StatusTag tone={document.inForce ? 'good' : 'plain'}>
            {t(document.inForce ? 'document.inForce' : document.replacedOn ? 'document.old' : 'document.coming')}
          </StatusTag>
        }
        meta={
          <>
            <span>{t('document.version', { version: document.version })}</span>
            <MetaItem label={t('document.adopted')}>{document.adoptedOn}</MetaItem>
            <MetaItem label={t('document.effective')}>{document.effectiveOn}</MetaItem>
            <span>{t('document.signed', { count: document.signatures })}</span>
          </>
        }
        actions={
          maySign && (
            <Button type="primary" onClick={() => setSigning(true)}>
              {t(own ? 'document.sign' : 'document.record')}
            </Button>
          )
        }
      />
      <div className="document-columns">
        <Section title={t('document.body')}>
          <div className="document-text">{document.body}</div>
        </Section>
        <div>
          <Section title={t('document.signers')} note={t('document.count', { count: document.signers.length })}>
            <ul className="signers">
              {document.signers.map((one) => (
                <li key={one.agencyId}>
                  <Link className="link" to={agencyHref(one.agencyId)}>
                    {one.name}
                  </Link>
                  <span className="cell-sub">
                    {one.signedOn} · {one.signatory} · {t(`way.${one.way}`)}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
          {document.inForce && document.missing.length > 0 && (
            <Section title={t('document.missing')} note={t('document.count', { count: document.missing.length })}>
              <ul className="signers">
                {document.missing.map((one) => (
                  <li key={one.agencyId}>
                    <Link className="link" to={agencyHref(one.agencyId)}>
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      {signing && (
        <ActDialog
          title={t(own ? 'document.sign' : 'document.record')}
          note={t(own ? 'document.signNote' : 'document.recordNote')}
          ok={t(own ? 'document.sign' : 'document.record')}
          fields={[
            ...(own
              ? []
              : [
                  { name: 'agencyId', label: t('member.name'), type: 'agency' as const, members: true },
                  { name: 'signedOn', label: t('document.signedOn'), type: 'date' as const },
                ]),
            { name: 'signatory', label: t('document.signatory'), type: 'text', least: 2 },
          ]}
          run={({ agencyId, signedOn, signatory = '' }) =>
            api.signDocument({
              params: { id },
              body: { agencyId: agencyId ?? null, signedOn: signedOn ?? null, signatory },
            })
          }
          onClose={() => setSigning(false)}
        />
      )}
    </div>
  );
}
