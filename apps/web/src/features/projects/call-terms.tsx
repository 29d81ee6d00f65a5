import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { Wan } from './amounts.tsx';
import type { CallDetail } from './project-query.ts';

/** What a kind of project asks for and gives: the terms an application keeps. */
export function CallTerms({ terms }: { terms: CallDetail['terms'] }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('terms.title')} note={terms.example && <ExampleMark />}>
      <dl className="terms">
        <div>
          <dt>{t('terms.applicants')}</dt>
          <dd>{terms.applicants.text}</dd>
        </div>
        <div>
          <dt>{t('terms.roles')}</dt>
          <dd>
            <ul>
              {terms.roles.map((role) => (
                <li key={role.role}>
                  <b>{role.label}</b> {role.least > 0 ? t('terms.needed') : t('terms.optional')}
                  <small>{role.text}</small>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('terms.grant')}</dt>
          <dd>
            {t('terms.most')} <Wan fen={terms.grantFen} />
            <small>{t('terms.self', { percent: terms.selfPercent })}</small>
            <small>{terms.instalments.map((part) => `${part.label} ${part.percent}%`).join(' → ')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('terms.term')}</dt>
          <dd>{t('terms.months', { months: terms.termMonths })}</dd>
        </div>
        <div>
          <dt>{t('terms.criteria')}</dt>
          <dd>
            <ul>
              {terms.criteria.map((criterion) => (
                <li key={criterion.code}>
                  <b>{criterion.label}</b> {criterion.weight}%<small>{criterion.text}</small>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('terms.publicity')}</dt>
          <dd>{t('terms.workingDays', { days: terms.publicityWorkingDays })}</dd>
        </div>
      </dl>
      <p className="muted terms-note">{terms.note}</p>
    </Section>
  );
}
