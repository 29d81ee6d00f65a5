import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar, TextFilter } from '../../components/filter-bar.tsx';
import { useListState } from '../../lib/list-state.ts';
import { useFileColumns } from './file-columns.tsx';
import { type FilePart, type FileRow, useFiles } from './file-query.ts';

// The list is read far more often than something is done from it.
const BatchDialog = lazy(() => import('./batch-dialog.tsx'));
const FileDrawer = lazy(() => import('./file-drawer.tsx'));

/** Files, the nearest clock first; several of those that wait for me can be worked on together. */
export function FileList({ part }: { part: FilePart }) {
  const { t } = useTranslation('my-files');
  const state = useListState({ filters: ['q'] });
  const query = useFiles(part, state);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<FileRow>();
  const [batch, setBatch] = useState(false);
  const picked = (query.data?.items ?? []).filter((row) => chosen.has(row.id));
  return (
    <>
      <DataTable
        id={`files-${part}`}
        label={t(`tab.${part}`)}
        columns={useFileColumns(part, setOpen)}
        query={query}
        state={state}
        rowKey={(row) => row.id}
        rowHref={(row) => row.href}
        filters={
          <FilterBar state={state}>
            <TextFilter state={state} name="q" label={t('search')} width={280} />
          </FilterBar>
        }
        empty={{ title: t(`empty.${part}.title`), text: t(`empty.${part}.text`) }}
        {...(part === 'mine' ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        bulk={
          <Button size="small" type="primary" onClick={() => setBatch(true)}>
            {t('batch.open')}
          </Button>
        }
      />
      <Suspense fallback={null}>
        {open && <FileDrawer file={open} onClose={() => setOpen(undefined)} />}
        {batch && (
          <BatchDialog
            files={picked}
            onClose={(done) => {
              setBatch(false);
              if (done) setChosen(new Set());
            }}
          />
        )}
      </Suspense>
    </>
  );
}
