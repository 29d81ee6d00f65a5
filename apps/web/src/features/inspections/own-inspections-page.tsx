import type { OwnInspection } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { AnswerOrder } from './answer-order.tsx';
import { taskTone } from './task-columns.tsx';
import './inspections.css';

function Order({ order }: { order: OwnInspection['orders'][number] }) {
  const { t } = useTranslation('inspections');
  return (
    <div className="insp-own-order">
      <p>
        <b>{t('order.title', { number: order.number })}</b>{' '}
        <span className={order.late ? 'warn' : 'muted'}>
          {t('own.orderDue', { issued: order.issuedOn, due: order.dueOn ?? '—' })}
        </span>
      </p>
      <ul className="insp-plain">
        {order.items.map((item) => (
          <li key={item.label}>
            <b>{item.label}</b> <span className="muted">{item.article}</span>
            {item.found && <div>{item.found}</div>}
            <div className="soft">{t('order.requirement', { text: item.requirement })}</div>
          </li>
        ))}
        {order.note && <li>{order.note}</li>}
        {order.answers.map((one) => (
          <li key={`${one.on} ${one.evidenceId}`}>
            <StatusTag tone="info">{t('own.answered', { on: one.on })}</StatusTag> {one.text}{' '}
            <span className="muted">{one.fileName}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Check({ check }: { check: OwnInspection }) {
  const { t } = useTranslation('inspections');
  return (
    <Section
      title={check.checklistLabel}
      note={t('own.checkedOn', { number: check.number, on: check.checkedOn })}
      extra={
        <StatusTag tone={taskTone({ state: check.state, overdue: check.orders.some((one) => one.late) })}>
          {check.stateLabel}
        </StatusTag>
      }
    >
      {check.orders.length === 0 && <p className="muted">{t('own.noOrder')}</p>}
      {check.orders.map((order) => (
        <Order key={order.number} order={order} />
      ))}
      {check.mayAnswer && <AnswerOrder id={check.id} />}
    </Section>
  );
}

/** Checks of the own business with their orders to correct, and the ledgers of those who print marks. */
export function Page() {
  const { t, i18n } = useTranslation('inspections');
  const { partyId } = useOwnParty();
  const checks = useQuery({
    queryKey: ['own-inspections', partyId, i18n.language],
    queryFn: ({ signal }) => api.listOwnInspections({ query: { party: partyId } }, signal),
  });
  const printers = useQuery({
    queryKey: ['inspection-printers', 'own', partyId, i18n.language],
    queryFn: ({ signal }) => api.listPrinters({ query: { pageSize: 100 } }, signal),
  });
  const error = checks.error ?? printers.error;
  if (error)
    return <FailedState error={error} onRetry={() => void Promise.all([checks.refetch(), printers.refetch()])} />;
  if (!checks.data || !printers.data) return <PageSkeleton />;
  const own = printers.data.items.filter((one) => one.partyId === partyId);
  return (
    <div className="page portal-page insp-own-page">
      <PageHeader title={t('own.checks')} meta={<span>{t('own.checksMeta')}</span>} />
      {own.length > 0 && (
        <Section title={t('own.ledgers')} note={t('own.ledgersNote')}>
          <ul className="insp-own">
            {own.map((one) => (
              <li key={one.id}>
                <div>
                  <Link className="cell-title" to={`/printers/${one.id}`}>
                    {t('own.ledgerOf', { name: one.name })}
                  </Link>
                  <span className="cell-sub">{t('own.entries', { count: one.entries })}</span>
                </div>
                <span>{one.gaps > 0 && <StatusTag tone="warn">{t('own.gaps', { count: one.gaps })}</StatusTag>}</span>
                <span className="mono">{one.licenceTo}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {checks.data.items.length === 0 ? (
        <EmptyState title={t('own.noCheck')}>{t('own.noCheckText')}</EmptyState>
      ) : (
        checks.data.items.map((check) => <Check key={check.id} check={check} />)
      )}
    </div>
  );
}
