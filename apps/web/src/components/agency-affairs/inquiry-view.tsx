import { useTranslation } from 'react-i18next';
import { ProcedurePanel } from '../procedure-panel/procedure-panel.tsx';
import { Section } from '../section.tsx';
import { StatusTag } from '../status-tag.tsx';
import { affairKeys, type Inquiry } from './affair-query.ts';
import './affairs.css';

/** An inquiry with its file: the question, each answer with whether it came in time, the conclusion. */
export function InquiryView({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation('agency-affairs');
  return (
    <ProcedurePanel fileId={inquiry.fileId} refreshes={affairKeys}>
      <Section title={t('inquiry.question')} note={t('inquiry.sentOn', { day: inquiry.sentOn })}>
        <p className="affair-words">{inquiry.question}</p>
        {inquiry.basis && <p className="soft">{t('inquiry.basisIs', { basis: inquiry.basis })}</p>}
      </Section>
      <Section title={t('inquiry.answers')}>
        {inquiry.answers.length === 0 ? (
          <p className="soft">
            {t(inquiry.overdue ? 'inquiry.overdueText' : 'inquiry.noAnswer', { day: inquiry.dueOn })}
          </p>
        ) : (
          <ol className="affair-answers">
            {inquiry.answers.map((answer) => (
              <li key={answer.round}>
                <div>
                  <b className="mono">{answer.on}</b> <span>{answer.by}</span>{' '}
                  {answer.lateDays === null ? (
                    <StatusTag tone="good">{t('inquiry.inTime')}</StatusTag>
                  ) : (
                    <StatusTag tone="late">{t('inquiry.late', { days: answer.lateDays })}</StatusTag>
                  )}
                </div>
                <p className="affair-words">{answer.text}</p>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {inquiry.conclusion && (
        <Section title={t('inquiry.conclusion')}>
          <p className="affair-words">{inquiry.conclusion}</p>
        </Section>
      )}
    </ProcedurePanel>
  );
}
