import { useTranslation } from 'react-i18next';
import { type DescriptionItem, Descriptions } from '../../components/descriptions.tsx';
import { Section } from '../../components/section.tsx';
import type { PatentDetail } from './patent-query.ts';

const list = (values: readonly string[]) => (values.length === 0 ? null : values.join(' · '));

/** Every field of the record, each with a mark that opens its source. */
export function PatentFields({ patent, onSource }: { patent: PatentDetail; onSource: (field: string) => void }) {
  const { t } = useTranslation('patents');
  const family =
    patent.familySize === null
      ? null
      : t('familyValue', { size: patent.familySize, countries: patent.familyCountries.join(', ') });
  const items: DescriptionItem[] = [
    { key: 'filedOn', label: t('filedOn'), value: patent.filedOn, field: 'filedOn' },
    { key: 'publishedOn', label: t('publishedOn'), value: patent.publishedOn, field: 'publishedOn' },
    { key: 'grantedOn', label: t('grantedOn'), value: patent.grantedOn, field: 'grantedOn' },
    { key: 'publicationNo', label: t('publicationNo'), value: patent.publicationNo, field: 'publicationNo' },
    { key: 'grantNo', label: t('grantNo'), value: patent.grantNo, field: 'grantNo' },
    { key: 'ipc', label: t('ipc'), value: list(patent.ipc), field: 'ipc' },
    { key: 'cpc', label: t('cpc'), value: list(patent.cpc), field: 'cpc' },
    { key: 'locarno', label: t('locarno'), value: list(patent.locarno), field: 'locarno' },
    { key: 'strategic', label: t('strategic'), value: list(patent.strategicIndustries), field: 'strategicIndustries' },
    { key: 'inventors', label: t('inventors'), value: list(patent.inventors), field: 'inventors' },
    { key: 'agency', label: t('agency'), value: patent.agency, field: 'agency' },
    { key: 'claims', label: t('claimCount'), value: patent.claimCount, field: 'claimCount' },
    { key: 'cited', label: t('citedCount'), value: patent.citedCount, field: 'citedCount' },
    { key: 'family', label: t('family'), value: family, field: 'familySize' },
    { key: 'legal', label: t('legalStatusText'), value: patent.legalStatusText, field: 'legalStatus' },
    ...patent.vendorScores.map((score) => ({
      key: `${score.vendor}${score.name}`,
      label: score.name,
      value: t('vendorValue', { value: score.value, vendor: score.vendor }),
    })),
    { key: 'address', label: t('address'), value: patent.address, field: 'address', wide: true },
    { key: 'abstract', label: t('abstract'), value: patent.abstract, field: 'abstract', wide: true },
  ];
  return (
    <Section title={t('fields')} note={t('fieldsNote')}>
      <Descriptions items={items} onSource={onSource} />
    </Section>
  );
}
