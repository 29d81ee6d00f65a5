import type { CaseCheck, CaseRecord } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';

const TONES: Readonly<Record<CaseCheck['standing'], Tone>> = {
  stop: 'late',
  warn: 'warn',
  done: 'good',
  none: 'plain',
};
const ORDER = ['stop', 'warn', 'done', 'none'];

/** Duties and bars of the law on the case, the pressing ones first. */
export function CaseChecks({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  const checks = [...record.checks].sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  return (
    <Section title={t('checks.title')} note={t('checks.note')}>
      <ul className="check-list">
        {checks.map((one) => (
          <li key={one.check + one.text} className={one.standing}>
            <StatusTag tone={TONES[one.standing]}>{t(`standing.${one.standing}`)}</StatusTag>
            <div>
              <b>{one.label}</b>
              <p>{one.text}</p>
              {one.article && <small className="muted">{one.article}</small>}
              {one.verify && <small className="verify">{one.verify}</small>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
