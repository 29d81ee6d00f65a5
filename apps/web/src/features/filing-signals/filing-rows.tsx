import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Holders } from '../../components/holders.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatExact } from '../../lib/format.ts';
import { toneOf } from '../../lib/tones.ts';
import type { SignalDetail } from './signal-query.ts';

interface RowsProps {
  readonly signal: SignalDetail;
  /** Keys that a confirmation would hold abnormal; absent: nothing can be chosen. */
  readonly chosen?: ReadonlySet<string> | undefined;
  readonly onChoose: (key: string, on: boolean) => void;
}

/** The filings of a signal; those ticked are what a confirmation holds abnormal. */
export function FilingRows({ signal, chosen, onChoose }: RowsProps) {
  const { t } = useTranslation(['filing-signals', 'labels']);
  const hidden = signal.filings - signal.rows.length;
  return (
    <Section title={t('filings')} note={t('filingsNote', { count: formatExact(signal.filings) })} flush>
      <div className="signal-table filings-table">
        <table>
          <thead>
            <tr>
              {chosen && <th>{t('hold')}</th>}
              <th>{t('filing')}</th>
              <th>{t('holders')}</th>
              <th>{t('status')}</th>
              <th>{t('filed')}</th>
            </tr>
          </thead>
          <tbody>
            {signal.rows.map((row) => (
              <tr key={row.key}>
                {chosen && (
                  <td>
                    <input
                      type="checkbox"
                      checked={chosen.has(row.key)}
                      aria-label={t('holdThis', { no: row.applicationNo })}
                      onChange={(event) => onChoose(row.key, event.target.checked)}
                    />
                  </td>
                )}
                <td>
                  {row.patentId ? (
                    <Link className="cell-title" to={`/patents/${row.patentId}`}>
                      {row.title}
                    </Link>
                  ) : (
                    row.title || t('filingGone')
                  )}
                  <span className="cell-sub">
                    <span className="mono">{row.applicationNo}</span>
                    {row.ipcMain && <span className="mono"> · {row.ipcMain}</span>}
                    {row.agency && <> · {row.agency}</>}
                  </span>
                </td>
                <td>
                  <Holders holders={row.holders} max={2} />
                </td>
                <td className="nowrap">
                  <StatusTag tone={toneOf(row.status)}>{t(`labels:patentStatus.${row.status}`)}</StatusTag>{' '}
                  {!row.own && <StatusTag tone="info">{t('compared')}</StatusTag>}{' '}
                  {row.held ? (
                    <StatusTag tone="late">{t('heldHere')}</StatusTag>
                  ) : (
                    row.abnormal && <StatusTag tone="late">{t('abnormal')}</StatusTag>
                  )}
                </td>
                <td className="mono">{row.filedOn ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className="filings-more muted">{t('filingsMore', { count: formatExact(hidden) })}</p>}
    </Section>
  );
}
