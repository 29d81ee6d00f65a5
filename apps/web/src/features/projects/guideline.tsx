import { useTranslation } from 'react-i18next';
import type { CallDetail } from './project-query.ts';

/** Headings of Chinese official texts: 一、… */
const HEADING = /^[\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341]+\u3001/;

/** The call as an official text: number, title, paragraphs with headings, seal line. */
export function Guideline({ call }: { call: CallDetail }) {
  const { t } = useTranslation('projects');
  const lines = call.guideline.split('\n').filter((line) => line.trim() !== '');
  return (
    <article className="panel guideline" aria-label={t('call.text')}>
      <header>
        <p>{call.number}</p>
        <h2>{call.title}</h2>
      </header>
      {lines.map((line, at) =>
        HEADING.test(line) ? (
          <h3 key={line}>{line}</h3>
        ) : (
          <p key={line} className={at === 0 ? 'salutation' : undefined}>
            {line}
          </p>
        ),
      )}
      {call.publishedOn && <footer>{call.publishedOn}</footer>}
    </article>
  );
}
