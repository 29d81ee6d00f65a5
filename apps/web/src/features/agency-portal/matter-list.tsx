import type { AgencyRequestSummary, AnnualReportSummary, InquirySummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatDay } from '../../lib/format.ts';

type Matter = AgencyRequestSummary | AnnualReportSummary | InquirySummary;
const tones: Readonly<Record<string, Tone>> = {
  open: 'info',
  waiting: 'warn',
  done: 'good',
  refused: 'late',
};

/** Matters under one another, each with where it stands. */
export function MatterList({ matters }: { matters: readonly Matter[] }) {
  const { t } = useTranslation('agency-affairs');
  const wordsOf = (one: Matter): { title: string; href: string } => {
    if ('title' in one) return { title: one.title, href: `/inquiries/${one.id}` };
    if ('year' in one) return { title: t('report.year', { year: one.year }), href: `/annual-reports/${one.id}` };
    const about = one.kind === 'change' && one.about.length > 0 ? `：${one.about.join('、')}` : '';
    return { title: `${t(`requestKind.${one.kind}`)}${about}`, href: `/file/requests/${one.id}` };
  };
  return (
    <ul className="agency-matters">
      {matters.map((one) => {
        const { title, href } = wordsOf(one);
        const overdue = 'overdue' in one && one.overdue;
        return (
          <li key={one.id}>
            <Link to={href}>
              <b>{title}</b>
              <StatusTag tone={overdue ? 'late' : (tones[one.standing] ?? 'plain')}>
                {overdue ? t('inquiry.overdue') : one.stateLabel}
              </StatusTag>
              <small>
                <span className="mono">{one.number}</span> · {formatDay(one.updatedAt)}
                {'dueOn' in one && one.dueOn && ['sent', 'supplement', 'draft'].includes(one.state) && (
                  <> · {t('portal.due', { day: one.dueOn })}</>
                )}
              </small>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
