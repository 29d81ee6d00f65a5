import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import type { Form } from './statistics-query.ts';

/** Cases that contradict themselves or stand in no row: to be put right before the form is handed in. */
export function CheckList({ checks }: { checks: Form['checks'] }) {
  const { t } = useTranslation('case-statistics');
  return (
    <Section title={t('check.title')} note={checks.length === 0 ? undefined : t('check.count', { n: checks.length })}>
      {checks.length === 0 ? (
        <p className="soft">{t('check.none')}</p>
      ) : (
        <ul className="statistics-checks">
          {checks.map((one) => (
            <li key={`${one.caseId}${one.problem}`}>
              <StatusTag tone={one.left ? 'late' : 'warn'}>{t(one.left ? 'check.left' : 'check.look')}</StatusTag>
              {one.href ? (
                <Link className="link mono" to={one.href}>
                  {one.number}
                </Link>
              ) : (
                <span className="mono">{one.number}</span>
              )}
              <span>{one.text}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
