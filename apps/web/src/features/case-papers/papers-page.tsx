import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CaseFrame } from '../../components/case-frame/case-frame.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageTabs } from '../../components/page-tabs.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { AddressPart } from './address-part.tsx';
import { ArchivePart } from './archive-part.tsx';
import { BeginPaper } from './begin-paper.tsx';
import { NeededPapers } from './needed-papers.tsx';
import { PaperList } from './paper-list.tsx';
import { papersQuery } from './papers-query.ts';
import { CasePublicity } from './publicity-part.tsx';
import { ScanPart } from './scan-part.tsx';
import './case-papers.css';

/** Papers of a case: what is wanted now, what there is, where it went, and what becomes of the file. */
export function Page() {
  const { t, i18n } = useTranslation('case-papers');
  const { id = '' } = useParams();
  const [beginning, setBeginning] = useState(false);
  const query = useQuery(papersQuery(id, i18n.language));
  const papers = query.data;
  return (
    <CaseFrame
      caseId={id}
      tab="papers"
      actions={
        papers?.may.draft && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('begin')}
          </Button>
        )
      }
    >
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {!papers && !query.error && <SkeletonLines lines={10} />}
      {papers && (
        <>
          {papers.archive?.sealedAt && (
            <p className="paper-sealed" role="status">
              {t('sealed', { on: papers.archive.sealedAt.slice(0, 10), by: papers.archive.sealedBy })}
            </p>
          )}
          <PageTabs
            label={t('title')}
            tabs={[
              {
                key: 'papers',
                label: t('tab.papers'),
                count: papers.papers.length,
                render: () => (
                  <div className="paper-columns">
                    <PaperList papers={papers} />
                    <NeededPapers papers={papers} />
                  </div>
                ),
              },
              {
                key: 'service',
                label: t('tab.service'),
                render: () => (
                  <div className="paper-stack">
                    <AddressPart papers={papers} />
                    <CasePublicity papers={papers} />
                  </div>
                ),
              },
              {
                key: 'archive',
                label: t('tab.archive'),
                render: () => (
                  <div className="paper-stack">
                    <ArchivePart papers={papers} />
                    <ScanPart papers={papers} />
                  </div>
                ),
              },
            ]}
          />
          {beginning && <BeginPaper papers={papers} onClose={() => setBeginning(false)} />}
        </>
      )}
    </CaseFrame>
  );
}
