import type { DeskFile } from '@jince/contract';
import { Pagination, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FileStateTag } from '../../components/procedure-panel/file-way.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { BUCKETS, type Desk } from './desk-query.ts';

/** The last day of a file, read at a glance. */
function Due({ file }: { file: DeskFile }) {
  const { t } = useTranslation('desk');
  if (file.suspended)
    return (
      <div className="desk-due still">
        <b>{t('due.still')}</b>
        <span>{t('due.stillNote')}</span>
      </div>
    );
  if (file.dueOn === null)
    return (
      <div className="desk-due undated">
        <b>—</b>
        <span>{t('due.none')}</span>
      </div>
    );
  const left = file.daysLeft ?? 0;
  const words = left < 0 ? t('due.late', { n: -left }) : left === 0 ? t('due.today') : t('due.left', { n: left });
  return (
    <div className={`desk-due ${left < 0 ? 'late' : left <= 3 ? 'soon' : ''}`}>
      <b>{file.dueOn.slice(5).replace('-', '/')}</b>
      <span>{words}</span>
    </div>
  );
}

function FileRow({ file }: { file: DeskFile }) {
  const { t } = useTranslation('desk');
  return (
    <li className={`desk-file ${file.bucket}`}>
      <Due file={file} />
      <div className="desk-file-main">
        <Link className="desk-file-title" to={file.href}>
          {file.subjectLabel}
        </Link>
        <p className="desk-file-line">
          <span className="mono">{file.number}</span>
          <span>{file.procedureLabel}</span>
          <FileStateTag file={file} />
          {file.warned && <StatusTag tone="warn">{t('warned')}</StatusTag>}
        </p>
        {file.dueLabel && (
          <p className="desk-file-clock">
            {file.dueLabel}
            {file.article && <span> · {file.article}</span>}
          </p>
        )}
      </div>
      <div className="desk-file-who">
        <span className={`desk-role ${file.role}`}>{t(`role.${file.role}`)}</span>
        <span className="muted">{file.handlers.length === 0 ? t('nobody') : file.handlers.join(t('comma'))}</span>
      </div>
    </li>
  );
}

function Groups({ items }: { items: readonly DeskFile[] }) {
  const { t } = useTranslation('desk');
  return BUCKETS.map((bucket) => {
    const files = items.filter((file) => file.bucket === bucket);
    if (files.length === 0) return null;
    return (
      <section key={bucket} className="desk-group">
        <h2>
          {t(`bucket.${bucket}`)} <small>{t('files', { n: files.length })}</small>
        </h2>
        <ul className="desk-list panel">
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      </section>
    );
  });
}

/** The files of the desk, grouped as the day is worked through. */
export function DeskFiles({ desk, state }: { desk: Desk; state: ListState }) {
  const { t } = useTranslation('desk');
  return (
    <div className="desk-files">
      <div className="desk-filters">
        <Select
          aria-label={t('procedure')}
          value={state.filters.procedure ?? ''}
          onChange={(value: string) => state.set({ procedure: value || undefined })}
          options={[
            { value: '', label: t('allProcedures') },
            ...desk.procedures.map((one) => ({ value: one.code, label: `${one.label}（${one.count}）` })),
          ]}
        />
        <Select
          aria-label={t('whose')}
          value={state.filters.mine ?? ''}
          onChange={(value: string) => state.set({ mine: value || undefined })}
          options={[
            { value: '', label: t('officeToo') },
            { value: 'true', label: t('onlyMine') },
          ]}
        />
      </div>
      {desk.items.length === 0 ? (
        <div className="panel">
          <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
        </div>
      ) : (
        <Groups items={desk.items} />
      )}
      {desk.total > desk.pageSize && (
        <Pagination
          size="small"
          align="end"
          current={desk.page}
          pageSize={desk.pageSize}
          total={desk.total}
          showSizeChanger={false}
          onChange={(page, size) => state.setPage(page, size)}
        />
      )}
    </div>
  );
}
