import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { formatExact, formatShare } from '../../lib/format.ts';
import type { AgencyDetail } from './agency-query.ts';

type Stat = AgencyDetail['stats'][number];
const COLUMNS = ['filed', 'granted', 'refused', 'withdrawn', 'abnormal', 'clients', 'towns'] as const;

/** Share granted of those with an outcome; a pending application says nothing yet. */
function grantShare(stat: Stat): string {
  const ended = stat.granted + stat.refused + stat.withdrawn;
  return ended === 0 ? '—' : formatShare(stat.granted / ended);
}

/** A table of filings by kind of right, for one agency or the industry. */
export function FilingTable({ stats }: { stats: readonly Stat[] }) {
  const { t } = useTranslation('agencies');
  return (
    <div className="agency-table">
      <table>
        <thead>
          <tr>
            <th>{t('right')}</th>
            {COLUMNS.map((column) => (
              <th key={column} className="r">
                {t(`stat.${column}`)}
              </th>
            ))}
            <th className="r">{t('stat.grantShare')}</th>
          </tr>
        </thead>
        <tbody>
          {stats.map((stat) => (
            <tr key={stat.right}>
              <td>{t(`rightOf.${stat.right}`)}</td>
              {COLUMNS.map((column) => (
                <td key={column} className={`r${column === 'abnormal' && stat.abnormal > 0 ? ' warn' : ''}`}>
                  {formatExact(stat[column])}
                </td>
              ))}
              <td className="r">{grantShare(stat)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AgencyFilings({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  if (agency.stats.length === 0) return <EmptyState title={t('noFilings')}>{t('noFilingsText')}</EmptyState>;
  return (
    <Section title={t('filingsTitle')} note={t('filingsNote')}>
      <FilingTable stats={agency.stats} />
    </Section>
  );
}
