import type { StatisticsRow } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { type Form, figure, type OpenCell } from './statistics-query.ts';

interface FormTableProps {
  readonly form: Form;
  readonly onOpen: (cell: OpenCell) => void;
}

function Row({ row, form, onOpen }: FormTableProps & { row: StatisticsRow }) {
  const { t } = useTranslation('case-statistics');
  return (
    <tr className={row.row === 1 ? 'sum' : undefined}>
      <td className="no">{row.row}</td>
      <th scope="row">
        {row.label}
        {row.articles.length > 0 && <span className="cell-sub">{row.articles.join('；')}</span>}
      </th>
      {form.columns.map(({ column, unit, label }) => {
        const value = row.values[column] ?? 0;
        return (
          <td key={column} className="figure">
            {value === 0 ? (
              <span className="nought">·</span>
            ) : (
              <button
                type="button"
                className="cell-open"
                aria-label={t('openCell', { row: row.label, column: label, value: figure(value, unit) })}
                onClick={() => onOpen({ row: row.row, column })}
              >
                {figure(value, unit)}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** 43 rows by 12 columns, the groups of the return between them. */
export function FormTable({ form, onOpen }: FormTableProps) {
  const { t } = useTranslation('case-statistics');
  return (
    <section className="statistics-scroll" aria-label={form.title}>
      <table className="statistics">
        <thead>
          <tr>
            <th className="no">{t('row')}</th>
            <th>{t('behaviour')}</th>
            {form.columns.map(({ column, label, unit }) => (
              <th key={column} className="figure">
                {label}
                <small>{t(`unit.${unit}`)}</small>
              </th>
            ))}
          </tr>
        </thead>
        {form.rows.map((row, at) => (
          <tbody key={row.row}>
            {row.groupLabel !== null && row.group !== form.rows[at - 1]?.group && (
              <tr className="group">
                <th colSpan={form.columns.length + 2} scope="rowgroup">
                  {row.groupLabel}
                </th>
              </tr>
            )}
            <Row row={row} form={form} onOpen={onOpen} />
          </tbody>
        ))}
      </table>
    </section>
  );
}
