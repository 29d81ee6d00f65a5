import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatDistance } from '../../lib/format.ts';
import type { PartyDetail } from './party-query.ts';
import './next-steps.css';

const tones = { late: 'late', soon: 'warn', info: 'plain' } as const;

/** What to do next for this subject, each with its reason. */
export function NextSteps({ steps }: { steps: PartyDetail['nextSteps'] }) {
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
