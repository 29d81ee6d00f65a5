import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { agencyHref, type IdentityReviews as Reviews } from './agency-query.ts';

type Doubt = Reviews['open'][number];

function Side({ side }: { side: Doubt['a'] }) {
  const { t } = useTranslation('agencies');
  return (
    <div className="identity-side">
      <Link className="cell-link" to={agencyHref(side.id)}>
        {side.name}
      </Link>
      <span className="cell-sub">
        {[side.agencyCode && t('codeOf', { code: side.agencyCode }), side.uscc, side.address, side.lists.join('、')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

function DoubtRow({ doubt, mayDecide }: { doubt: Doubt; mayDecide: boolean }) {
  const { t } = useTranslation('agencies');
  const { message } = App.useApp();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (verdict: 'same' | 'different') =>
      api.decideIdentity({ body: { a: doubt.a.id, b: doubt.b.id, verdict, note: null } }),
    onSuccess: async () => {
      await client.invalidateQueries();
      message.success(t('decided'));
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  return (
    <li>
      <div className="identity-pair">
        <Side side={doubt.a} />
        <Side side={doubt.b} />
      </div>
      <span className="soft">{doubt.reasons.join('；')}</span>
      {mayDecide && (
        <span className="identity-acts">
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate('same')}>
            {t('same')}
          </Button>
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate('different')}>
            {t('different')}
          </Button>
        </span>
      )}
    </li>
  );
}

function Decided({ decided, mayDecide }: { decided: Reviews['decided']; mayDecide: boolean }) {
  const { t } = useTranslation('agencies');
  const { message } = App.useApp();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (id: string) => api.withdrawIdentity({ params: { id } }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => message.error(describeError(error, t).title),
  });
  return (
    <ul className="agency-list">
      {decided.map((one) => (
        <li key={one.id} className={one.withdrawnAt ? 'left' : undefined}>
          {t(`verdict.${one.verdict}`, { a: one.a, b: one.b })}{' '}
          <span className="muted">
            {one.by} · {formatDay(one.at)}
            {one.withdrawnAt && ` · ${t('withdrawnOn', { date: formatDay(one.withdrawnAt) })}`}
          </span>{' '}
          {mayDecide && !one.withdrawnAt && (
            <Button size="small" type="link" onClick={() => withdraw.mutate(one.id)}>
              {t('withdraw')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Entries of the lists that may be one agency. Nothing is shown while there is neither a doubt nor a decision. */
export function IdentityReviews() {
  const { t, i18n } = useTranslation('agencies');
  const mayDecide = can(useMe(), permissions.decideAgencyNames);
  const query = useQuery({
    queryKey: ['identity-reviews', i18n.language],
    queryFn: ({ signal }) => api.listIdentityReviews({}, signal),
  });
  if (!query.data || query.data.open.length + query.data.decided.length === 0) return null;
  const { open, decided } = query.data;
  return (
    <Section title={t('identityTitle')} note={t('identityNote')}>
      {open.length === 0 ? (
        <p className="muted">{t('identityNone')}</p>
      ) : (
        <ul className="identity-list">
          {open.map((doubt) => (
            <DoubtRow key={`${doubt.a.id}${doubt.b.id}`} doubt={doubt} mayDecide={mayDecide} />
          ))}
        </ul>
      )}
      {decided.length > 0 && <Decided decided={decided} mayDecide={mayDecide} />}
    </Section>
  );
}
