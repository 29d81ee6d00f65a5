import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';

const KEY = ['calendar-feed'];

/** The secret address, shown once: whoever has it sees the days. */
function NewAddress({ path }: { path: string }) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const address = `${window.location.origin}${path}`;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    message.success(t('feed.copied'));
  };
  return (
    <>
      <Caution>{t('feed.once')}</Caution>
      <Input readOnly value={address} aria-label={t('feed.address')} onFocus={(event) => event.target.select()} />
      <div className="row">
        <Button type="primary" onClick={copy}>
          {t('feed.copy')}
        </Button>
      </div>
    </>
  );
}

/** My clocks in a calendar program: make, renew, end the address. */
export function CalendarFeed() {
  const { t } = useTranslation(['desk', 'common']);
  const queries = useQueryClient();
  const feed = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.getCalendarFeed({}, signal) });
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  const make = useMutation({ mutationFn: () => api.makeCalendarFeed({}), onSuccess: again, gcTime: 0 });
  const revoke = useMutation({
    mutationFn: () => api.revokeCalendarFeed({}),
    onSuccess: () => {
      make.reset();
      return again();
    },
  });
  const exists = feed.data?.madeAt != null;
  const error = make.error ?? revoke.error ?? feed.error;
  return (
    <Section title={t('feed.title')}>
      <div className="stack-tight">
        <p className="soft">{t('feed.text')}</p>
        {make.data && <NewAddress path={make.data.path} />}
        {exists && !make.data && (
          <p className="soft">
            {t('feed.since', { at: formatMoment(feed.data?.madeAt ?? '') })}{' '}
            {feed.data?.readAt ? t('feed.read', { at: formatMoment(feed.data.readAt) }) : t('feed.unread')}
          </p>
        )}
        {error && <ErrorBox error={error} />}
        <div className="row">
          <Button onClick={() => make.mutate()} loading={make.isPending}>
            {t(exists ? 'feed.renew' : 'feed.make')}
          </Button>
          {exists && (
            <Button danger onClick={() => revoke.mutate()} loading={revoke.isPending}>
              {t('feed.revoke')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
