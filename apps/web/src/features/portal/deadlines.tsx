import type { AlertItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatDistance } from '../../lib/format.ts';

const tones: Record<AlertItem['level'], Tone> = { late: 'late', soon: 'warn', info: 'plain' };

/** What has to be done about the enterprise's rights, the soonest first. */
export function Deadlines({ alerts }: { alerts: readonly AlertItem[] }) {
  const { t } = useTranslation('portal');
  return (
    <ul className="own-deadlines">
      {alerts.map((alert) => (
        <li key={alert.key}>
          <div>
            <StatusTag tone={tones[alert.level]}>{alert.label}</StatusTag>
            <b>{alert.subjectLabel}</b>
          </div>
          <p>{alert.text}</p>
          <p className="soft">{alert.action}</p>
          {alert.dueOn && (
            <small>
              {t('dueOn', { on: alert.dueOn })} · {formatDistance(alert.dueOn)}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
