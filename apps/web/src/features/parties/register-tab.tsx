import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Descriptions } from '../../components/descriptions.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { SourceList } from '../../components/source-panel.tsx';
import { api } from '../../lib/api.ts';
import { formatYuan } from '../../lib/format.ts';
import type { PartyDetail } from './party-query.ts';

/** The register entry, each field with a mark that opens its source. */
export function PartyFields({ party, onSource }: { party: PartyDetail; onSource?: (field: string) => void }) {
  const { t } = useTranslation(['parties', 'labels', 'common']);
  const yuan = party.capitalCurrency === null || party.capitalCurrency === 'CNY';
  const capital =
    party.capitalFen === null
      ? null
      : `${formatYuan(party.capitalFen)} ${yuan ? t('common:unit.yuan') : party.capitalCurrency}`;
  return (
    <Descriptions
      {...(onSource ? { onSource } : {})}
      items={[
        { key: 'uscc', label: t('uscc'), value: party.uscc, field: 'uscc' },
        { key: 'kind', label: t('kind'), value: t(`labels:partyKind.${party.kind}`), field: 'partyType' },
        { key: 'status', label: t('status'), value: t(`labels:partyStatus.${party.status}`), field: 'statusText' },
        {
          key: 'legal',
          label: t('legalRepresentative'),
          value: party.legalRepresentative,
          field: 'legalRepresentative',
        },
        { key: 'capital', label: t('capital'), value: capital, field: 'capital' },
        { key: 'establishedOn', label: t('establishedOn'), value: party.establishedOn, field: 'establishedOn' },
        { key: 'dissolvedOn', label: t('dissolvedOn'), value: party.dissolvedOn, field: 'dissolvedOn' },
        { key: 'authority', label: t('authority'), value: party.registrationAuthority, field: 'registrationAuthority' },
        {
          key: 'industry',
          label: t('industry'),
          value: party.industryCode && `${party.industryCode} ${party.industry ?? ''}`,
          field: 'industryCode',
        },
        {
          key: 'town',
          label: t('town'),
          value: [party.town, party.zone].filter(Boolean).join(' · '),
          field: 'townCode',
        },
        { key: 'address', label: t('address'), value: party.address, field: 'address', wide: true },
        { key: 'scope', label: t('scope'), value: party.scope, field: 'scope', wide: true },
      ]}
    />
  );
}

/** Register entry and, below it, every field's sources. */
export function RegisterTab({ party, onSource }: { party: PartyDetail; onSource: (field: string) => void }) {
  const { t, i18n } = useTranslation(['parties', 'common']);
  const query = useQuery({
    queryKey: ['party-sources', party.id, i18n.language],
    queryFn: ({ signal }) => api.listPartySources({ params: { id: party.id } }, signal),
  });
  return (
    <div className="record">
      <div>
        <Section title={t('register')} note={t('registerNote')}>
          <PartyFields party={party} onSource={onSource} />
        </Section>
      </div>
      <div>
        <Section title={t('common:source.title')}>
          {query.error && <ErrorBox error={query.error} onRetry={() => query.refetch()} />}
          {query.isPending && <SkeletonLines />}
          {query.data && <SourceList sources={query.data.sources} />}
        </Section>
      </div>
    </div>
  );
}
