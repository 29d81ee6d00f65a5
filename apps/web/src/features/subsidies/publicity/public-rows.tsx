import type { PublicRow } from '@jince/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';

interface PublicRowsProps {
  readonly entries: readonly PublicRow[];
  readonly totalWan: string;
  readonly example: boolean;
  readonly renderTools?: (row: PublicRow) => ReactNode;
}

const columns = ['no', 'name', 'uscc', 'category', 'clause', 'matter', 'amount', 'note'] as const;

/** The rows of a list exactly as the public reads them; corrected and withdrawn ones stay and say so. */
export function PublicRows({ entries, totalWan, example, renderTools }: PublicRowsProps) {
  const { t } = useTranslation('publicity');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="public-rows" aria-label={t('rows.label')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col" className={key === 'amount' ? 'right' : undefined}>
                {t(`rows.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((row) => (
            <tr key={row.no} className={row.standing}>
              <td data-label={t('rows.no')}>{row.no}</td>
              <td className="name">{row.name}</td>
              <td data-label={t('rows.uscc')} className="mono">
                {row.uscc}
              </td>
              <td data-label={t('rows.category')}>{row.category}</td>
              <td data-label={t('rows.clause')}>{row.clause}</td>
              <td data-label={t('rows.matter')}>{row.matter}</td>
              <td data-label={t('rows.amount')} className="right">
                {row.amountWan} {example && <ExampleMark />}
              </td>
              <td data-label={t('rows.note')}>
                {row.note}
                {row.standing !== 'listed' && (
                  <StatusTag tone={row.standing === 'withdrawn' ? 'late' : 'warn'}>
                    {t(`rows.${row.standing}`)}
                  </StatusTag>
                )}
                {renderTools?.(row)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={6}>
              {t('rows.total')}
            </th>
            <td className="right">
              {totalWan} {example && <ExampleMark />}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
