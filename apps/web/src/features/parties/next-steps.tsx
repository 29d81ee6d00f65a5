import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { formatDistance, formatExact } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import type { PartyDetail } from './party-query.ts';
import './next-steps.css';

const tones = { late: 'late', soon: 'warn', info: 'plain' } as const;

type Step = PartyDetail['nextSteps'][number];
const SHOWN = 6;

/** The alerts of the day for this party; of a past day, and for whom may not read alerts, what its rights ask for. */
export function PartySteps({ party, asOf }: { party: PartyDetail; asOf: string | undefined }) {
  const { t, i18n } = useTranslation('parties');
  const me = useMe();
  const asked = asOf === undefined && can(me, permissions.readAlerts);
  const alerts = useQuery({
    queryKey: ['alerts', { party: party.id }, i18n.language],
    queryFn: ({ signal }) => api.listAlerts({ query: { party: party.id, handled: 'false', pageSize: SHOWN } }, signal),
    enabled: asked,
  });
  const found = asked ? alerts.data : undefined;
  if (found === undefined || found.freshness.computedAt === null) return <NextSteps steps={party.nextSteps} />;
  const steps = found.items.map(
    (item): Step => ({
      code: item.key,
      title: item.partyId === item.subjectId ? item.label : `${item.label}：${item.subjectLabel}`,
      text: `${item.text}${item.action}`,
      dueOn: item.dueOn,
      level: item.level,
      href: item.partyId === item.subjectId ? null : item.href,
    }),
  );
  return (
    <>
      <NextSteps steps={steps} />
      {found.total > steps.length && (
        <p className="next-steps-more">
          <Link className="link" to={`/alerts?party=${party.id}`}>
            {t('next.all', { total: formatExact(found.total) })}
          </Link>
        </p>
      )}
    </>
  );
}

/** What to do next for this subject, each with its reason. */
function NextSteps({ steps }: { steps: PartyDetail['nextSteps'] }) {
  const { t } = useTranslation('parties');
  if (steps.length === 0) return <div className="next-steps panel none">{t('next.none')}</div>;
  return (
    <div className="next-steps panel">
      {steps.map((step) => (
        <div key={`${step.code}${step.title}${step.dueOn}`}>
          <b>{step.href ? <Link to={step.href}>{step.title}</Link> : step.title}</b>
          {step.dueOn && (
            <StatusTag tone={tones[step.level]} title={step.dueOn}>
              {step.dueOn} · {formatDistance(step.dueOn)}
            </StatusTag>
          )}
          <span>{step.text}</span>
        </div>
      ))}
    </div>
  );
}
