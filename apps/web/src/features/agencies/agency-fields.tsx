import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DescriptionItem, Descriptions } from '../../components/descriptions.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { usePlaceOptions } from '../../lib/options.ts';
import { type AgencyDetail, agencyHref } from './agency-query.ts';
import '../../components/record-layout.css';

function useItems(agency: AgencyDetail): DescriptionItem[] {
  const { t } = useTranslation('agencies');
  const rows: readonly (readonly [key: string, value: string | null, field: string])[] = [
    ['head', agency.headName, 'headName'],
    ['address', agency.address, 'address'],
    ['phone', agency.phone, 'phone'],
    ['licenceNo', agency.licenceNo, 'licenceNo'],
    ['licensedOn', agency.licensedOn, 'licensedOn'],
    ['establishedOn', agency.establishedOn, 'establishedOn'],
    ['statusText', agency.statusText, 'status'],
    ['services', agency.services.length === 0 ? null : agency.services.join('、'), 'services'],
    ['codes', agency.codes.length > 1 ? agency.codes.join('、') : null, 'agencyCode'],
  ];
  const known = rows
    .filter(([key, value]) => value !== null || !['services', 'codes', 'statusText'].includes(key))
    .map(([key, value, field]) => ({
      key,
      label: t(`field.${key}`),
      value: value ?? <span className="muted">—</span>,
      ...(value === null ? {} : { field }),
    }));
  if (agency.partyId === null) return known;
  return [
    ...known,
    {
      key: 'party',
      label: t('field.party'),
      value: (
        <Link className="cell-link" to={`/enterprises/${agency.partyId}`}>
          {t('openParty')}
        </Link>
      ),
    },
  ];
}

function Names({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const others = agency.names.filter((one) => one.sort !== 'current');
  if (others.length === 0 && agency.branches.length === 0) return null;
  return (
    <Section title={t('namesTitle')} note={t('namesNote')}>
      <ul className="agency-list">
        {others.map((one) => (
          <li key={one.name}>
            {one.name} <span className="muted">{t(`nameSort.${one.sort}`)}</span>
          </li>
        ))}
        {agency.branches.map((branch) => (
          <li key={branch.id}>
            <Link className="cell-link" to={agencyHref(branch.id)}>
              {branch.name}
            </Link>{' '}
            <span className="muted">{t('branch')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Periods({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  if (agency.periods.length === 0) return null;
  return (
    <Section title={t('periodsTitle')} note={t('periodsNote')}>
      <ul className="agency-list">
        {agency.periods.map((one) => (
          <li key={`${one.filingNo}${one.from}`}>
            <span className="mono">
              {one.from ?? t('notTold')} — {one.until ?? t('notTold')}
            </span>{' '}
            <StatusTag tone={one.inForce ? 'good' : 'plain'}>{t(one.inForce ? 'inForce' : 'notInForce')}</StatusTag>
            {one.filingNo && <span className="cell-sub mono">{one.filingNo}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Codes of a change in words. */
function useWords(): (field: string, value: string | null) => string {
  const { t } = useTranslation('agencies');
  const { towns } = usePlaceOptions();
  return (field, value) => {
    if (value === null || value === '') return t('nothing');
    if (field === 'kinds')
      return value
        .split('、')
        .map((kind) => t(`kind.${kind}`))
        .join('、');
    if (field === 'status') return t(`statusOf.${value}`);
    return field === 'townCode' ? (towns.find((town) => town.value === value)?.label ?? value) : value;
  };
}

/** The file of an agency beside its history. */
export function AgencyFields({ agency, onSource }: { agency: AgencyDetail; onSource: (field: string) => void }) {
  const { t } = useTranslation('agencies');
  const items = useItems(agency);
  const words = useWords();
  return (
    <div className="record">
      <div>
        <Section title={t('fileTitle')} note={t('fileNote')}>
          <Descriptions items={items} onSource={onSource} />
        </Section>
        <Periods agency={agency} />
        <Names agency={agency} />
      </div>
      <div>
        <Section title={t('changesTitle')}>
          {agency.changes.length === 0 ? (
            <p className="muted">{t('noChanges')}</p>
          ) : (
            <Timeline
              entries={agency.changes.map((change) => ({
                key: change.id,
                on: change.on,
                title: t('changed', { field: t(`changeField.${change.field}`) }),
                text: t('changedText', {
                  before: words(change.field, change.before),
                  value: words(change.field, change.value),
                  basis: change.basis,
                  by: change.by,
                }),
              }))}
            />
          )}
        </Section>
      </div>
    </div>
  );
}
