import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatExact } from '../../lib/format.ts';
import { Wan } from './amounts.tsx';
import { base, type CallSummary, callHref } from './project-query.ts';

export function CallState({ call }: { call: Pick<CallSummary, 'state' | 'open' | 'daysLeft' | 'opensOn'> }) {
  const { t } = useTranslation('projects');
  if (call.open) return <StatusTag tone="info">{t('call.open', { days: call.daysLeft })}</StatusTag>;
  if (call.state === 'published' && call.daysLeft === null)
    return <StatusTag tone="plain">{t('call.window')}</StatusTag>;
  return <StatusTag tone={call.state === 'draft' ? 'warn' : 'plain'}>{t(`call.state.${call.state}`)}</StatusTag>;
}

/** One call in the list: what for, until when, how many applied, how much is spoken for. */
export function CallRow({ call }: { call: CallSummary }) {
  const { t } = useTranslation('projects');
  const share = call.budgetFen === 0 ? 0 : Math.min(1, call.grantedFen / call.budgetFen);
  return (
    <li className="call-row">
      <div className="call-name">
        <Link className="cell-title" to={callHref(call.id)}>
          {call.title}
        </Link>
        <small>
          <CallState call={call} /> {call.kindLabel} · {call.number} {call.example && <ExampleMark />}
        </small>
        <small className="mono">
          {call.opensOn} – {call.closesOn}
        </small>
      </div>
      <dl>
        <div>
          <dt>{t('call.filed')}</dt>
          <dd>
            <Link className="link" to={`${base}?call=${call.id}`}>
              {formatExact(call.filed)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('call.approved')}</dt>
          <dd>
            {formatExact(call.approved)}
            <small> / {t('call.ofQuota', { quota: call.quota })}</small>
          </dd>
        </div>
      </dl>
      <div className="call-money">
        <span className="budget-bar" aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </span>
        <small>
          {t('call.granted')} <Wan fen={call.grantedFen} unit={false} /> / <Wan fen={call.budgetFen} />
        </small>
      </div>
    </li>
  );
}
