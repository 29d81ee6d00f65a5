import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { type Desk, useBeginRequest } from './desk-query.ts';

/** What a party sees that is not registered as an agency yet. */
export function NotRegistered({ desk }: { desk: Desk }) {
  const { t } = useTranslation('agency-affairs');
  const begin = useBeginRequest();
  const open = desk.requests.find(
    (one) => one.kind === 'registration' && ['draft', 'submitted', 'returned'].includes(one.state),
  );
  return (
    <div className="panel">
      <EmptyState
        title={t(open ? 'portal.pending' : 'portal.unregistered')}
        action={
          open ? (
            <Link className="link" to={`/file/requests/${open.id}`}>
              {t('portal.toRegistration', { number: open.number, state: open.stateLabel })}
            </Link>
          ) : (
            <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(desk)}>
              {t('portal.register')}
            </Button>
          )
        }
      >
        {t(open ? 'portal.pendingText' : 'portal.unregisteredText')}
        {begin.error && <ErrorBox error={begin.error} />}
      </EmptyState>
    </div>
  );
}
