import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Entry, entryHref, toneOfEntry } from './discipline-query.ts';

/** Other entries of the same party, and what imported lists and other registers say, read only. */
export function EntryBeside({ entry }: { entry: Entry }) {
  const { t } = useTranslation('discipline');
  if (entry.others.length === 0 && entry.imported.length === 0) return null;
  return (
    <Section title={t('beside.title')} note={t('beside.note')}>
      {entry.others.map((other) => (
        <p key={other.id}>
          <StatusTag tone={toneOfEntry(other)}>{other.stateLabel}</StatusTag>{' '}
          <AppLink to={entryHref(other.id)}>
            {other.listLabel} {other.number}
          </AppLink>{' '}
          <span className="soft">{other.sentence}</span>
        </p>
      ))}
      <ul className="beside">
        {entry.imported.map((fact) => (
          <li key={fact.fact}>
            <span>{fact.label}</span>
            <b className={fact.adverse ? 'late' : undefined}>{fact.text}</b>
            {fact.source && <small className="muted">{fact.source}</small>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
