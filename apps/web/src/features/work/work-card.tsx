import type { WorkItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { TargetStateTag } from '../../components/target-state.tsx';
import { formatDistance } from '../../lib/format.ts';

/** One target to visit: whole card opens it, the button beside writes a visit. */
export function WorkCard({ item }: { item: WorkItem }) {
  const { t } = useTranslation(['work', 'cultivation']);
  return (
    <li className="work-card">
      <Link className="work-open" to={`/cultivation/targets/${item.id}`}>
        <b>{item.name}</b>
        <span className="work-sub">
          {[item.town, item.campaignTitle].filter(Boolean).join(' · ')}
          {item.late && ` · ${t('cultivation:late')}`}
        </span>
        <span className="work-next">
          <TargetStateTag state={item.state} />
          {item.overdue && <StatusTag tone="late">{t('cultivation:overdue')}</StatusTag>}
          {item.nextOn && (
            <span className={item.overdue ? 'late' : 'soft'}>
              <span className="mono">{item.nextOn.slice(5)}</span> {formatDistance(item.nextOn)}
            </span>
          )}
          {item.nextStep && <span className="soft work-words">{item.nextStep}</span>}
        </span>
      </Link>
      <Link
        className="work-log"
        to={`/cultivation/targets/${item.id}/visit`}
        aria-label={`${t('form.short')} ${item.name}`}
      >
        {t('form.short')}
      </Link>
    </li>
  );
}
