import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/section.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { PublicityList } from './publicity-query.ts';

/** Corrections and withdrawals with their reasons; they stay for everyone to see. */
export function ListChanges({ changes }: { changes: PublicityList['changes'] }) {
  const { t } = useTranslation('publicity');
  if (changes.length === 0) return null;
  return (
    <Section title={t('changes.title')} note={t('changes.note')}>
      <ul className="list-changes">
        {changes.map((one) => (
          <li key={`${one.no}${one.on}${one.after}`}>
            <StatusTag tone={one.kind === 'withdrawal' ? 'late' : 'warn'}>{t(`changes.${one.kind}`)}</StatusTag>
            <span className="mono">{one.on}</span>
            <span>{t('changes.row', { no: one.no })}</span>
            <span>
              <s>{one.before}</s> → {one.after}
              <small>{t('changes.reason', { reason: one.reason })}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
