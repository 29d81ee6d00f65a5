import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CaseFrame } from '../../components/case-frame/case-frame.tsx';
import { caseHref } from '../../components/case-frame/case-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { routes, urlOf } from '../../lib/api.ts';
import { PaperApprovals } from './paper-approvals.tsx';
import { PaperEntries } from './paper-entries.tsx';
import { PaperPreview } from './paper-preview.tsx';
import { PaperServices } from './paper-services.tsx';
import { PaperSteps } from './paper-steps.tsx';
import { type Paper, paperHref, paperQuery, toneOfPaper } from './papers-query.ts';
import { useBegin } from './use-begin.ts';
import './case-papers.css';

function Files({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  const href = (format: 'pdf' | 'docx') =>
    urlOf(routes.downloadCasePaper, { params: { id: paper.id }, query: { format } });
  return (
    <span className="paper-files no-print">
      <Button size="small" href={href('pdf')} download>
        {t('pdf')}
      </Button>
      <Button size="small" href={href('docx')} download>
        {t('word')}
      </Button>
    </span>
  );
}

function Correct({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  const begin = useBegin(paper.caseId);
  const out = paper.state === 'issued' || paper.state === 'served';
  if (!out || !paper.may.draft || paper.service === 'none') return null;
  const items = [
    { key: 'correction-notice', label: t('correct.notice') },
    { key: paper.form, label: t('correct.same', { title: paper.title }) },
  ];
  return (
    <Dropdown
      menu={{ items, onClick: ({ key }) => begin.mutate({ form: key, corrects: paper.id }) }}
      trigger={['click']}
    >
      <Button size="small">{t('correct.open')}</Button>
    </Dropdown>
  );
}

function Head({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  return (
    <header className="paper-head">
      <Link className="link" to={`${caseHref(paper.caseId)}/papers`}>
        {t('back')}
      </Link>
      <h2>
        {paper.title}
        {paper.number && <small className="mono">{paper.number}</small>}
      </h2>
      <StatusTag tone={toneOfPaper(paper)}>{paper.stateLabel}</StatusTag>
      <small className="soft">{paper.basis}</small>
      {paper.corrects && (
        <Link className="link" to={paperHref(paper.caseId, paper.corrects.id)}>
          {t('corrects', { title: paper.corrects.title, number: paper.corrects.number })}
        </Link>
      )}
      {paper.correctedBy.map((one) => (
        <Link className="link" key={one.id} to={paperHref(paper.caseId, one.id)}>
          {t('correctedBy', { title: one.title, number: one.number ?? t('noNumber') })}
        </Link>
      ))}
      {paper.withdrawn && (
        <p className="late">{t('withdrawnNote', { on: paper.withdrawn.at.slice(0, 10), ...paper.withdrawn })}</p>
      )}
      <span className="paper-tools">
        <Correct paper={paper} />
        <Files paper={paper} />
      </span>
    </header>
  );
}

/** One paper: what is typed into it beside the sheet it becomes, then who approves, numbers and serves it. */
export function Page() {
  const { i18n } = useTranslation('case-papers');
  const { id = '', paperId = '' } = useParams();
  const query = useQuery(paperQuery(paperId, i18n.language));
  const paper = query.data;
  return (
    <CaseFrame caseId={id} tab="papers">
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {!paper && !query.error && <SkeletonLines lines={12} />}
      {paper && (
        <>
          <Head paper={paper} />
          <div className="paper-work">
            <div className="paper-stack">
              <PaperSteps paper={paper} />
              {paper.state === 'draft' && paper.may.draft && <PaperEntries key={paper.version} paper={paper} />}
              {paper.service !== 'none' && (paper.state === 'issued' || paper.state === 'served') && (
                <PaperServices paper={paper} />
              )}
              <PaperApprovals paper={paper} />
            </div>
            <PaperPreview paper={paper} />
          </div>
        </>
      )}
    </CaseFrame>
  );
}
