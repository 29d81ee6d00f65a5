import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { figure, type OpenCell, useCellCases } from './statistics-query.ts';

interface CellDrawerProps {
  readonly filters: ListState['filters'];
  readonly cell: OpenCell;
  readonly onClose: () => void;
}

/** The cases a figure is made of, with what each adds to it. */
export function CellDrawer({ filters, cell, onClose }: CellDrawerProps) {
  const { t } = useTranslation('case-statistics');
  const query = useCellCases(filters, cell);
  const found = query.data;
  return (
    <Drawer open onClose={onClose} size="large" title={found ? `${found.label} · ${found.columnLabel}` : t('cases')}>
      {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
      {!found && !query.error && <SkeletonLines lines={6} />}
      {found && (
        <>
          <p className="soft">
            {t('cellSum', {
              n: found.items.length,
              sum: figure(found.total, found.unit),
              unit: t(`unit.${found.unit}`),
            })}
          </p>
          <ul className="statistics-cases">
            {found.items.map((one) => (
              <li key={one.caseId}>
                <div>
                  {one.href ? (
                    <Link className="link" to={one.href}>
                      <span className="mono">{one.number}</span> {one.title}
                    </Link>
                  ) : (
                    <span className="mono">{one.number}</span>
                  )}
                  <p className="cell-sub">
                    {one.organisation} · {t('rowOf', { row: one.row })} · {one.trackLabel}
                  </p>
                </div>
                <b className="mono">{figure(one.adds, found.unit)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}
