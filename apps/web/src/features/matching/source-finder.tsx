import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';

interface Found {
  readonly importId: string;
  readonly fileName: string;
  readonly total: number;
}
const states = 'previewed,committing,committed';
const searched = 40;

/** Rows of the newest imports in which a name stands, four files at a time. */
async function findSources(name: string, signal: AbortSignal): Promise<Found[]> {
  const { items } = await api.listImports({ query: { state: states, pageSize: searched } }, signal);
  const found: Found[] = [];
  const waiting = [...items];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const rows = await api.listImportRows({ params: { id: next.id }, query: { q: name, pageSize: 1 } }, signal);
      if (rows.total > 0) found.push({ importId: next.id, fileName: next.fileName, total: rows.total });
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  const order = new Map(items.map((item, index) => [item.id, index]));
  return found.sort((a, b) => (order.get(a.importId) ?? 0) - (order.get(b.importId) ?? 0));
}

/** Links to the import rows a mention comes from: of the import one came from, or searched for when asked. */
export function SourceFinder({ name, importId }: { name: string; importId: string | undefined }) {
  const { t } = useTranslation(['matching', 'common']);
  const [asked, setAsked] = useState(false);
  const query = useQuery({
    queryKey: ['mention-sources', name],
    queryFn: ({ signal }) => findSources(name, signal),
    enabled: asked,
    staleTime: 300_000,
  });
  const rowsOf = (id: string) => `/imports/${id}?tab=rows&q=${encodeURIComponent(name)}`;
  return (
    <div className="mention-said">
      <h3>{t('sources.title')}</h3>
      {importId && (
        <Link className="link" to={rowsOf(importId)}>
          {t('sources.thisImport')}
        </Link>
      )}
      {!asked && (
        <button type="button" className="link" onClick={() => setAsked(true)}>
          {t(importId ? 'sources.others' : 'sources.find')}
        </button>
      )}
      {asked && query.isPending && <p className="muted">{t('sources.searching')}</p>}
      {query.error && <p className="late">{describeError(query.error, t).title}</p>}
      {query.data && (
        <ul>
          {query.data.map((one) => (
            <li key={one.importId}>
              <Link className="link" to={rowsOf(one.importId)}>
                {one.fileName}
              </Link>{' '}
              <small className="muted">{t('sources.rows', { total: one.total })}</small>
            </li>
          ))}
          {query.data.length === 0 && <li className="muted">{t('sources.none', { searched })}</li>}
        </ul>
      )}
    </div>
  );
}
