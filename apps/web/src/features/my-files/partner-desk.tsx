import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClockCell } from '../../components/clock-cell.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Figures } from '../../components/figures.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';

/** What was handed to the bodies the account stands for, and what presses first. */
export function PartnerDesk() {
  const { t, i18n } = useTranslation('my-files');
  const desk = useQuery({
    queryKey: ['partner-desk', i18n.language],
    queryFn: ({ signal }) => api.getPartnerDesk({}, signal),
  });
  if (desk.error) return <ErrorBox error={desk.error} onRetry={() => desk.refetch()} />;
  if (!desk.data) return null;
  const { bodies, figures, next } = desk.data;
  return (
    <div className="partner-desk">
      <Figures
        items={figures.map((one) => ({
          key: one.figure,
          label: one.label,
          value: one.value,
          unit: '',
          href: one.href,
          ...(one.figure === 'late' && one.value > 0 ? { tone: 'late' as const } : {}),
        }))}
      />
      <Section title={t('partner.next')} note={bodies.map((one) => one.name).join('、')}>
        {next.length === 0 ? (
          <p className="muted">{t('partner.none')}</p>
        ) : (
          <ul className="partner-next">
            {next.map((one) => (
              <li key={one.fileId}>
                <div>
                  <Link className="cell-title" to={one.href}>
                    {one.title}
                  </Link>
                  <span className="cell-sub mono">{one.number}</span>
                </div>
                <StatusTag>{one.waits}</StatusTag>
                <ClockCell clock={one.clock} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
