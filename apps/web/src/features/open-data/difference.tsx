import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

const TONES = { added: 'good', removed: 'late', changed: 'warn' } as const;
type Cell = string | number | boolean | null;

/** Keys are padded so that they sort; people read them without. */
const shortKey = (key: string) => key.replace(/(^|\/)0+(?=\d)/g, '$1');

/** Row by row, what a version changed against the one before. */
export function Difference({ code, no }: { code: string; no: number }) {
  const { t, i18n } = useTranslation('open-data');
  const query = useQuery({
    queryKey: ['dataset-difference', code, no, i18n.language],
    queryFn: ({ signal }) => api.getDatasetDifference({ params: { code, no } }, signal),
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={3} />;
  const { items, total, from } = query.data;
  const text = (cell: Cell) => (typeof cell === 'boolean' ? t(`cell.${cell}`) : cell === null ? '—' : String(cell));
  return (
    <div className="difference">
      <p className="soft">{from === null ? t('firstVersion') : t('against', { from, n: total })}</p>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <StatusTag tone={TONES[item.kind]}>{t(`kind.${item.kind}`)}</StatusTag> <code>{shortKey(item.key)}</code>
            <dl>
              {item.cells
                .filter((cell) => cell.before !== null || cell.after !== null)
                .map((cell) => (
                  <div key={cell.name}>
                    <dt>{cell.title}</dt>
                    <dd>
                      {item.kind === 'changed' ? (
                        <>
                          <del>{text(cell.before)}</del> → <ins>{text(cell.after)}</ins>
                        </>
                      ) : (
                        text(item.kind === 'added' ? cell.after : cell.before)
                      )}
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      {items.length < total && <p className="muted">{t('moreDifferences', { n: items.length })}</p>}
    </div>
  );
}
