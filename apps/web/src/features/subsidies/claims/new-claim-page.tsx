import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Field } from '../../../components/field.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { PartyChoice } from '../../../components/party-choice.tsx';
import { Section } from '../../../components/section.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import { api } from '../../../lib/api.ts';
import { partyEntitlementsQuery } from '../entitlements/entitlement-query.ts';
import { type ClaimChoice, othersOf, toggleChoice, toOrder } from './claim-choice.ts';
import type { Declared } from './claim-query.ts';
import { isStated } from './declared-form.tsx';
import { FoundChoices } from './found-choices.tsx';
import { OwnChoices } from './own-choices.tsx';
import '../subsidies.css';
import './claims.css';
import '../../../components/data-table.css';

/** What the party was found to be entitled to, and what one may apply for besides. */
function useOffers(party: string | undefined) {
  const { i18n } = useTranslation();
  const enabled = party !== undefined;
  const found = useQuery({ ...partyEntitlementsQuery(party ?? '', i18n.language), enabled });
  const items = useQuery({
    queryKey: ['claimable-items', party, i18n.language],
    queryFn: ({ signal }) => api.listClaimableItems({ query: { party: party ?? '' } }, signal),
    enabled,
  });
  return { found, items, pending: enabled && (found.isPending || items.isPending) };
}

function Offers({ party }: { party: string }) {
  const { t } = useTranslation(['claims', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { found, items, pending } = useOffers(party);
  const [choice, setChoice] = useState<ClaimChoice>();
  const [declared, setDeclared] = useState<Readonly<Record<string, Declared>>>({});
  const [contact, setContact] = useState({ name: '', phone: '' });
  const create = useMutation({
    mutationFn: (chosen: ClaimChoice) =>
      api.createClaim({
        body: {
          partyId: party,
          ...toOrder(chosen, declared),
          contactName: contact.name.trim() || null,
          contactPhone: contact.phone.trim() || null,
        },
      }),
    onSuccess: ({ id }) => {
      for (const key of ['claims', 'entitlements', 'party-entitlements', 'files'])
        void queries.invalidateQueries({ queryKey: [key] });
      void navigate(`/incentives/applications/${id}`);
    },
  });
  const failed = [found, items].find((one) => one.error);
  if (failed) return <ErrorBox error={failed.error} onRetry={() => failed.refetch()} />;
  if (pending || !found.data || !items.data) return <SkeletonLines lines={8} />;
  const offered = found.data.entitlements.filter((one) => one.state === 'offered');
  const others = othersOf(items.data.items, offered);
  const toggle = (part: Parameters<typeof toggleChoice>[1]) => setChoice((before) => toggleChoice(before, part));
  const stated =
    choice?.way !== 'own' ||
    choice.ids.every((code) => isStated(others.find((one) => one.item === code)?.fields ?? [], declared[code] ?? {}));
  return (
    <>
      {items.data.barred && <p className="claim-note stop">{items.data.barred}</p>}
      <Section title={t('new.found')} note={t('new.foundNote')}>
        {offered.length === 0 ? (
          <p className="soft">{t('new.foundNone')}</p>
        ) : (
          <FoundChoices entitlements={offered} choice={choice} onToggle={toggle} />
        )}
      </Section>
      <Section title={t('new.own')} note={t('new.ownNote')}>
        {others.length === 0 ? (
          <p className="soft">{t('new.ownNone')}</p>
        ) : (
          <OwnChoices
            items={others}
            choice={choice}
            onToggle={toggle}
            declared={declared}
            onDeclare={(item, values) => setDeclared((before) => ({ ...before, [item]: values }))}
          />
        )}
      </Section>
      {choice && (
        <Section title={t('contact')}>
          <div className="new-contact">
            <Field label={t('contactName')}>
              {(names) => (
                <Input
                  {...names}
                  value={contact.name}
                  maxLength={40}
                  onChange={(event) => setContact({ ...contact, name: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('contactPhone')}>
              {(names) => (
                <Input
                  {...names}
                  value={contact.phone}
                  maxLength={40}
                  inputMode="tel"
                  onChange={(event) => setContact({ ...contact, phone: event.target.value })}
                />
              )}
            </Field>
          </div>
        </Section>
      )}
      {create.error && <ErrorBox error={create.error} />}
      <div className="new-foot">
        <Button
          type="primary"
          size="large"
          disabled={!choice || !stated || items.data.barred !== null}
          loading={create.isPending}
          onClick={() => choice && create.mutate(choice)}
        >
          {t('new.create')}
        </Button>
        <span className="soft">
          {!choice ? t('new.chooseFirst') : stated ? t('new.then', { total: choice.ids.length }) : t('new.stateFirst')}
        </span>
      </div>
    </>
  );
}

/** A new claim on behalf of an enterprise: who, what, what no register knows; papers follow on the claim's page. */
export function Page() {
  const { t } = useTranslation(['claims', 'shell']);
  const [params, setParams] = useSearchParams();
  const party = params.get('party') ?? undefined;
  return (
    <div className="page new-claim">
      <PageHeader
        title={t('new.title')}
        crumbs={[
          { label: t('shell:chapter.incentives'), to: '/incentives/entitlements' },
          { label: t('title'), to: '/incentives/applications' },
        ]}
      />
      <Section title={t('new.party')}>
        <PartyChoice
          value={party}
          label={t('new.partyHint')}
          onChange={(id) => setParams(id ? { party: id } : {}, { replace: true })}
        />
      </Section>
      {party ? (
        <Offers key={party} party={party} />
      ) : (
        <EmptyState title={t('new.none')}>{t('new.noneText')}</EmptyState>
      )}
    </div>
  );
}
