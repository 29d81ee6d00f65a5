import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { formatMoment } from '../../lib/format.ts';
import type { Paper } from './papers-query.ts';

/** Who handed in, approved or returned which version. */
export function PaperApprovals({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  if (paper.approvals.length === 0) return null;
  return (
    <Section title={t('approvals.title')}>
      <ol className="paper-log">
        {paper.approvals.map((one) => (
          <li key={`${one.at}${one.step}`} className={one.verdict}>
            <b>{one.stepLabel}</b>
            <span>
              {one.step === 'handler' ? t('approvals.submitted') : t(`approvals.${one.verdict}`)}
              {one.opinion && `：${one.opinion}`}
            </span>
            <small>
              {one.by} · {formatMoment(one.at)} · {t('approvals.version', { n: one.version })}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}
