import type { fieldSource } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { z } from 'zod';
import { formatMoment } from '../lib/format.ts';
import { EmptyState } from './empty-state.tsx';
import { ErrorBox } from './error-box.tsx';
import { SkeletonLines } from './skeleton.tsx';
import './source-panel.css';
import { StatusTag } from './status-tag.tsx';

export type FieldSource = z.output<typeof fieldSource>;

/** Sources of a record by field, current row first. */
function byField(sources: readonly FieldSource[]): [string, FieldSource[]][] {
  const groups = new Map<string, FieldSource[]>();
  for (const source of sources) {
    const group = groups.get(source.field) ?? [];
    group.push(source);
    groups.set(source.field, group);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => Number(b.current) - Number(a.current) || b.committedAt.localeCompare(a.committedAt));
  }
  return [...groups];
}

/** Where each field came from: file, sheet, line, import and time. */
export function SourceList({ sources, field }: { sources: readonly FieldSource[]; field?: string | undefined }) {
  const { t } = useTranslation();
  const all = byField(sources);
  const own = field ? all.filter(([name]) => name === field) : all;
  // A field computed from others has no line of its own: then the lines of the whole record are the answer.
  // Fields without words of their own are keys for machines; they are shown only when asked for by name.
  const worded = all.filter(([name, rows]) => rows[0]?.fieldLabel !== name);
  const groups = field && own.length > 0 ? own : worded;
  if (groups.length === 0) return <EmptyState title={t('source.none')}>{t('source.noneText')}</EmptyState>;
  return (
    <div className="sources">
      {field && own.length === 0 && <p className="soft source-intro">{t('source.whole')}</p>}
      {groups.map(([name, rows]) => (
        <section key={name}>
          <h3>{rows[0]?.fieldLabel}</h3>
          {rows.map((row) => (
            <div key={`${row.importId}${row.rowNo}`} className={row.current ? 'source current' : 'source'}>
              <div className="source-value">
                {row.value === null || row.value === '' ? (
                  <span className="muted">{t('source.emptyValue')}</span>
                ) : (
                  row.value
                )}
                <StatusTag tone={row.current ? 'good' : 'plain'}>
                  {t(row.current ? 'source.current' : 'source.superseded')}
                </StatusTag>
              </div>
              <Link to={`/imports/${row.importId}?row=${row.rowNo}`} title={t('source.openImport')}>
                {row.fileName} · {row.sheet} · {t('source.line', { line: row.line })}
              </Link>
              <small>
                {t('source.importedAt', { at: formatMoment(row.committedAt) })}
                {row.sender && ` · ${t('source.sender', { sender: row.sender })}`}
              </small>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

export interface SourcePanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Cache key of the record, such as ['patent-sources', id]. */
  readonly queryKey: readonly string[];
  readonly fetchSources: (signal: AbortSignal) => Promise<{ sources: FieldSource[] }>;
  /** Only this field; all when absent. */
  readonly field?: string | undefined;
}

/** The drawer of sources of one record or one of its fields. */
export function SourcePanel({ open, onClose, queryKey, fetchSources, field }: SourcePanelProps) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey, queryFn: ({ signal }) => fetchSources(signal), enabled: open });
  return (
    <Drawer open={open} onClose={onClose} title={t('source.title')} size={480}>
      <p className="soft source-intro">{t('source.intro')}</p>
      {query.isPending && open && <SkeletonLines lines={6} />}
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {query.data && <SourceList sources={query.data.sources} field={field} />}
    </Drawer>
  );
}
