import { PlusOutlined } from '@ant-design/icons';
import { evidenceKind } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Pagination, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatExact } from '../../lib/format.ts';
import { useListState } from '../../lib/list-state.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorBox } from '../error-box.tsx';
import { FilterBar, TextFilter } from '../filter-bar.tsx';
import { SkeletonLines } from '../skeleton.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import { evidencePageQuery } from './evidence-query.ts';
import { UploadPanel } from './upload-panel.tsx';
import './evidence-list.css';

/**
 * Evidence of any file of a procedure: pictures, filters, uploads that go on after a cut, custody and acts. The page that
 * draws it names the messages `evidence`.
 */
export function EvidenceList({ fileId }: { fileId: string }) {
  const { t, i18n } = useTranslation(['evidence', 'common']);
  const state = useListState({ filters: ['q', 'kind', 'doubtful'], pageSize: 48 }, 'e.');
  const query = useQuery(evidencePageQuery(fileId, state.query, i18n.language));
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string>();
  if (query.error) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const { data } = query;
  if (!data) return <SkeletonLines lines={8} />;
  const add = data.may.keep && (
    <Button type="primary" icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
      {t('add.open')}
    </Button>
  );
  return (
    <div className="evidence-list">
      <div className="evidence-bar">
        <FilterBar state={state}>
          <TextFilter state={state} name="q" label={t('filter.q')} width={200} />
          <Select
            value={state.filters.kind}
            allowClear
            placeholder={t('filter.kind')}
            aria-label={t('filter.kind')}
            style={{ minWidth: 130 }}
            options={evidenceKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind?: string) => state.set({ kind })}
          />
          {data.doubtful > 0 && (
            <Button
              type={state.filters.doubtful === 'true' ? 'primary' : 'default'}
              onClick={() => state.set({ doubtful: state.filters.doubtful === 'true' ? undefined : 'true' })}
            >
              {t('filter.doubtful', { count: data.doubtful })}
            </Button>
          )}
        </FilterBar>
        <span className="evidence-sum muted">
          {t('sum', { count: formatExact(data.total), size: formatBytes(data.bytes) })}
        </span>
        {add}
      </div>
      {data.may.keep && <UploadPanel fileId={fileId} />}
      {data.items.length === 0 ? (
        <EmptyState title={t(state.isFiltered ? 'common:table.emptyFiltered' : 'empty.title')} action={add}>
          {state.isFiltered ? t('common:table.emptyFilteredText') : t('empty.text')}
        </EmptyState>
      ) : (
        <div className="evidence-grid">
          {data.items.map((item) => (
            <EvidenceCard key={item.id} fileId={fileId} item={item} onOpen={() => setOpen(item.id)} />
          ))}
        </div>
      )}
      {data.total > data.pageSize && (
        <Pagination
          className="evidence-pages"
          size="small"
          current={state.page}
          pageSize={state.pageSize}
          total={data.total}
          showSizeChanger={false}
          onChange={state.setPage}
        />
      )}
      {adding && <AddEvidence fileId={fileId} maxBytes={data.maxBytes} onClose={() => setAdding(false)} />}
      {open !== undefined && (
        <EvidenceDrawer fileId={fileId} itemId={open} may={data.may} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}
