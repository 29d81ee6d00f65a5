import { useTranslation } from 'react-i18next';
import { formatMoment, formatYuan } from '../../lib/format.ts';
import { EmptyState } from '../empty-state.tsx';
import { Section } from '../section.tsx';
import { StatusTag } from '../status-tag.tsx';
import type { Disclosures } from './affair-query.ts';
import './affairs.css';

type Version = Disclosures['items'][number];

const price = (fromFen: number, toFen: number) =>
  fromFen === toFen ? formatYuan(fromFen) : `${formatYuan(fromFen)} – ${formatYuan(toFen)}`;

function Table({ version }: { version: Version }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <>
      <table className="affair-table prices">
        <thead>
          <tr>
            <th scope="col">{t('disclosure.name')}</th>
            <th scope="col">{t('disclosure.basis')}</th>
            <th scope="col" className="right">
              {t('disclosure.price')}
            </th>
            <th scope="col">{t('disclosure.note')}</th>
          </tr>
        </thead>
        <tbody>
          {version.services.map((one) => (
            <tr key={`${one.name}${one.basis}`}>
              <th scope="row">{one.name}</th>
              <td data-label={t('disclosure.basis')}>{one.basis}</td>
              <td data-label={t('disclosure.price')} className="right mono">
                {price(one.fromFen, one.toFen)}
              </td>
              <td data-label={t('disclosure.note')}>{one.note || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {version.statement && <p className="affair-reason">{version.statement}</p>}
    </>
  );
}

/** Services and prices: what stands today, and every version with what it changed. */
export function DisclosureList({ disclosures }: { disclosures: Disclosures }) {
  const { t } = useTranslation('agency-affairs');
  const current = disclosures.items.find((one) => one.current);
  const coming = disclosures.items.filter((one) => !one.current && one.effectiveOn > (current?.effectiveOn ?? ''));
  if (disclosures.items.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('disclosure.none')}>{t('disclosure.noneText')}</EmptyState>
      </div>
    );
  return (
    <>
      {current && (
        <Section
          title={t('disclosure.current')}
          note={t('disclosure.versionFrom', { version: current.version, day: current.effectiveOn })}
          flush
        >
          <Table version={current} />
        </Section>
      )}
      <Section title={t('disclosure.history')}>
        <ul className="affair-versions">
          {disclosures.items.map((one) => (
            <li key={one.id}>
              <div>
                <b>{t('disclosure.version', { version: one.version })}</b>{' '}
                {one.current && <StatusTag tone="good">{t('disclosure.now')}</StatusTag>}
                {coming.includes(one) && <StatusTag tone="info">{t('disclosure.coming')}</StatusTag>}
                <small>
                  {t('disclosure.published', {
                    day: one.effectiveOn,
                    by: one.publishedBy,
                    at: formatMoment(one.publishedAt),
                  })}
                </small>
              </div>
              {one.changes.map((change) => (
                <p key={change}>{change}</p>
              ))}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
