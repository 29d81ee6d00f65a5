import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { type PageTab, PageTabs } from '../../components/page-tabs.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { toneOf } from '../../lib/tones.ts';
import './imports.css';
import { EffectFigures } from './effect-figures.tsx';
import { FileFacts } from './file-facts.tsx';
import { ImportActions } from './import-actions.tsx';
import { type ImportDetail, importQuery, isBusy } from './import-query.ts';
import { ImportStanding } from './import-standing.tsx';
import { ImportSteps } from './import-steps.tsx';
import { IssueSummary } from './issue-summary.tsx';
import { MappingEditor } from './mapping-editor.tsx';
import { RowDrawer } from './row-drawer.tsx';
import { RowList } from './row-list.tsx';
import { useImportJobs } from './use-import-jobs.ts';
import { useRowParam } from './use-row-param.ts';

function useTabs(detail: ImportDetail): PageTab[] {
  const { t } = useTranslation('imports');
  const me = useMe();
  const { setTab } = useRowParam();
  const editable = detail.availableActions.includes('map') && can(me, permissions.createImports);
  const rows: PageTab = {
    key: 'rows',
    label: t('tab.rows'),
    count: detail.counts.total,
    render: () => <RowList detail={detail} />,
  };
  const mapping: PageTab = {
    key: 'mapping',
    label: t('tab.mapping'),
    render: () => (
      // A new reading brings new sheets and guesses: the draft starts again from them.
      <MappingEditor
        key={JSON.stringify([detail.kind, detail.sender, detail.sheets.map((sheet) => sheet.columns)])}
        detail={detail}
        editable={editable}
        onRead={() => {
          setTab('rows');
          // The progress stands above; the reader is far below it.
          scrollTo({ top: 0 });
        }}
      />
    ),
  };
  const file: PageTab = { key: 'file', label: t('tab.file'), render: () => <FileFacts detail={detail} /> };
  return detail.counts.total > 0 ? [rows, mapping, file] : [mapping, file];
}

function Loaded({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const { jobs, stream } = useImportJobs();
  const tabs = useTabs(detail);
  const hasRows = detail.counts.total > 0;
  return (
    <div className="page">
      <PageHeader
        title={detail.fileName}
        crumbs={[{ label: t('title'), to: '/imports' }, { label: t('list.number', { n: detail.number }) }]}
        tags={<StatusTag tone={toneOf(detail.state)}>{t(`state.${detail.state}`)}</StatusTag>}
        meta={
          <>
            <MetaItem label={t('field.kind')}>{detail.kindLabel ?? t('list.kindUnknown')}</MetaItem>
            {detail.senderLabel && <MetaItem label={t('field.sender')}>{detail.senderLabel}</MetaItem>}
            {detail.asOf && <MetaItem label={t('field.asOf')}>{detail.asOf}</MetaItem>}
            <MetaItem label={t('field.who')}>
              {detail.uploadedBy} {formatMoment(detail.uploadedAt)}
            </MetaItem>
            {detail.committedAt && (
              <MetaItem label={t('field.committedAt')}>{formatMoment(detail.committedAt)}</MetaItem>
            )}
          </>
        }
        actions={<ImportActions detail={detail} />}
      />
      <ImportSteps state={detail.state} hasRows={hasRows} />
      <ImportStanding detail={detail} job={jobs.get(detail.id)} lost={stream === 'lost'} />
      {hasRows && <EffectFigures detail={detail} />}
      {hasRows && <IssueSummary detail={detail} />}
      {(hasRows || !isBusy(detail.state)) && (
        <div className="import-tabs">
          <PageTabs label={t('tab.label')} tabs={tabs} />
        </div>
      )}
      <RowDrawer detail={detail} />
    </div>
  );
}

/** One import: where it stands, what it will do, and everything that can be corrected before it is written. */
export function Page() {
  const { id = '' } = useParams();
  const { i18n } = useTranslation();
  const query = useQuery(importQuery(id, i18n.language));
  if (query.data) return <Loaded detail={query.data} />;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  return <PageSkeleton />;
}
