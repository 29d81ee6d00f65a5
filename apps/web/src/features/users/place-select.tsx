import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useMe } from '../../lib/meta.ts';
import { usePlaceOptions } from '../../lib/options.ts';
import type { Grant } from './grants.ts';
import { bodiesQuery } from './users-query.ts';

interface PlaceProps {
  readonly grant: Grant;
  readonly onChange: (placeCode: string) => void;
}

/** An enterprise is found by name, not chosen from a list of thousands. */
function PartySelect({ grant, onChange }: PlaceProps) {
  const { t, i18n } = useTranslation('users');
  const [text, setText] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['grant-parties', settled, i18n.language],
    queryFn: ({ signal }) => api.search({ query: { q: settled, limit: 20 } }, signal),
    enabled: settled !== '',
    retry: false,
  });
  const hits = (found.data?.hits ?? []).filter((hit) => hit.kind === 'party');
  return (
    <Select
      value={grant.placeCode}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={t('grant.party')}
      aria-label={t('grant.party')}
      loading={found.isFetching}
      notFoundContent={found.error ? t('grant.partyForbidden') : t('grant.partyHint')}
      popupMatchSelectWidth={false}
      onChange={onChange}
      options={hits.map((hit) => ({ value: hit.id, label: `${hit.title} · ${hit.subtitle}` }))}
    />
  );
}

/** The place a role holds in: its choices depend on the kind of place. */
export function PlaceSelect({ grant, onChange }: PlaceProps) {
  const { t, i18n } = useTranslation('users');
  const me = useMe();
  const { towns, zones } = usePlaceOptions();
  const bodies = useQuery({ ...bodiesQuery(i18n.language), enabled: grant.placeKind === 'organisation' });
  if (grant.placeKind === 'party') return <PartySelect grant={grant} onChange={onChange} />;
  const options = {
    district: [{ value: me.district.code, label: me.district.name }],
    zone: zones,
    town: towns,
    organisation: (bodies.data?.organisations ?? []).map((body) => ({ value: body.id, label: body.name })),
  };
  return (
    <Select
      value={grant.placeCode}
      placeholder={t('grant.place')}
      aria-label={t('grant.place')}
      disabled={!grant.placeKind || grant.placeKind === 'district'}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={onChange}
      options={grant.placeKind ? options[grant.placeKind] : []}
    />
  );
}
