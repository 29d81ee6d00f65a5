import type { RouteOutput, routes } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { api } from '../../../lib/api.ts';
import { describeError } from '../../../lib/describe-error.ts';
import { useOwnParty } from '../../../lib/own-party.ts';
import { type Declared, DeclaredFields, isComplete } from './declared-fields.tsx';
import '../portal-pages.css';

type Item = RouteOutput<typeof routes.listClaimableItems>['items'][number];

const keyOf = (item: Item) => `${item.policy.versionId}/${item.item}`;

function ItemChoice({ item }: { item: Item }) {
  const { t } = useTranslation('portal');
  return (
    <span className="own-item-choice">
      <b>{item.itemName}</b>
      {item.policy.example && <ExampleMark />}
      {!item.open && <StatusTag>{t('windowClosed')}</StatusTag>}
      <small>
        {item.policy.title} · {item.clause}
        {item.window && ` · ${t('window', { from: item.window.from, to: item.window.to })}`}
      </small>
      <span className="soft">{item.text}</span>
    </span>
  );
}

/** An application of one's own: choose the clause, state what no register knows; papers follow. */
export function Page() {
  const { t, i18n } = useTranslation(['portal', 'common']);
  const { partyId } = useOwnParty();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const [declared, setDeclared] = useState<Declared>({});
  const query = useQuery({
    queryKey: ['claimable-items', partyId, i18n.language],
    queryFn: ({ signal }) => api.listClaimableItems({ query: { party: partyId } }, signal),
  });
  const item = query.data?.items.find((one) => keyOf(one) === chosen);
  const open = useMutation({
    mutationFn: (of: Item) =>
      api.createClaim({
        body: { partyId, versionId: of.policy.versionId, lines: [{ item: of.item, declared }] },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['own-claims'] });
      void navigate(`/applications/${id}`);
    },
    onError: (error) => {
      const words = describeError(error, t);
      void message.error(words.detail ?? words.title);
    },
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const { items, barred } = query.data;
  return (
    <div className="page portal-page">
      <PageHeader
        title={t('applyOwn')}
        crumbs={[{ label: t('claims'), to: '/applications' }, { label: t('applyOwn') }]}
      />
      {barred && <p className="own-banned">{barred}</p>}
      {items.length === 0 ? (
        <EmptyState title={t('nothingClaimable')}>{t('nothingClaimableText')}</EmptyState>
      ) : (
        <>
          <Section title={t('chooseItem')} note={t('chooseItemNote')}>
            <Radio.Group
              className="own-choices"
              value={chosen}
              onChange={(event) => {
                setChosen(event.target.value as string);
                setDeclared({});
              }}
            >
              {items.map((one) => (
                <Radio key={keyOf(one)} value={keyOf(one)} disabled={!one.open || barred !== null}>
                  <ItemChoice item={one} />
                </Radio>
              ))}
            </Radio.Group>
          </Section>
          {item && (
            <Section title={item.itemName} note={item.clause}>
              <DeclaredFields fields={item.fields} values={declared} onChange={setDeclared} />
              {item.materials.length > 0 && (
                <p className="soft">
                  {t('papersNeeded', {
                    papers: item.materials
                      .filter((one) => !one.fromRegister)
                      .map((one) => one.label)
                      .join('、'),
                  })}
                </p>
              )}
              <Button
                type="primary"
                disabled={!isComplete(item.fields, declared)}
                loading={open.isPending}
                onClick={() => open.mutate(item)}
              >
                {t('openDraft')}
              </Button>
            </Section>
          )}
        </>
      )}
    </div>
  );
}
