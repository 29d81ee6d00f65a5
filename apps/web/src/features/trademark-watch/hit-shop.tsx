import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { PartyChoice } from '../../components/party-choice.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatShare } from '../../lib/format.ts';
import { type Hit, hitKeys } from './watch-query.ts';

type Decision = { state: 'linked' | 'outside' | 'unknown'; partyId?: string | null; outsidePlace?: string | null };
const TONES = { proposed: 'warn', linked: 'good', outside: 'info', unknown: 'plain' } as const;

/** Which enterprise stands behind the shop: proposed with reasons, decided by a person, for all hits of the shop. */
export function HitShop({ hit }: { hit: Hit }) {
  const { t } = useTranslation('trademark-watch');
  const queries = useQueryClient();
  const [party, setParty] = useState<string>();
  const [place, setPlace] = useState('');
  const decide = useMutation({
    mutationFn: (body: Decision) => api.decideWatchShop({ params: { id: hit.id }, body }),
    onSuccess: () => {
      for (const queryKey of hitKeys) void queries.invalidateQueries({ queryKey });
    },
  });
  const { shop } = hit;
  if (shop === null) return null;
  const chosen = party ?? (shop.state === 'proposed' ? (shop.partyId ?? undefined) : undefined);
  return (
    <Section
      title={t(hit.kind === 'listing' ? 'shop.title' : 'shop.titleOther')}
      extra={<StatusTag tone={TONES[shop.state]}>{t(`shop.${shop.state}`)}</StatusTag>}
    >
      {shop.partyName !== null && (
        <p>
          <Link className="link" to={`/enterprises/${shop.partyId}`}>
            {shop.partyName}
          </Link>{' '}
          {shop.town}
          {shop.state === 'proposed' && shop.score !== null && (
            <span className="cell-sub">{t('shop.score', { share: formatShare(shop.score) })}</span>
          )}
        </p>
      )}
      {shop.outsidePlace !== null && <p>{t('shop.place', { place: shop.outsidePlace })}</p>}
      {shop.state === 'proposed' && (
        <ul className="shop-reasons">
          {shop.reasons.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {hit.mayJudge && (
        <div className="shop-decide">
          <PartyChoice value={chosen} onChange={setParty} label={t('shop.choose')} />
          <Button
            disabled={chosen === undefined || decide.isPending}
            onClick={() => decide.mutate({ state: 'linked', partyId: chosen ?? null })}
          >
            {t('shop.link')}
          </Button>
          <Input
            aria-label={t('shop.outsidePlace')}
            placeholder={t('shop.outsidePlace')}
            value={place}
            maxLength={80}
            onChange={(event) => setPlace(event.target.value)}
          />
          <Button
            disabled={place.trim() === '' || decide.isPending}
            onClick={() => decide.mutate({ state: 'outside', outsidePlace: place.trim() })}
          >
            {t('shop.isOutside')}
          </Button>
        </div>
      )}
      {decide.error && <ErrorBox error={decide.error} />}
    </Section>
  );
}
