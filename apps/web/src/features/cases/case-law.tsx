import type { CaseRecord } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { stepsOf } from './cases-query.ts';

function Range({ min, max }: { min: number; max: number }) {
  const { t } = useTranslation('cases');
  if (max === 0) return <>{t('law.noFine')}</>;
  return (
    <>
      <Money fen={min} /> — <Money fen={max} unit />
    </>
  );
}

/** The text the case is decided under, what it was compared with, and the fine it allows. */
export function CaseLaw({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  const { law, fine } = record;
  return (
    <Section title={t('law.title')}>
      {law === null || fine === null ? (
        <p className="soft">{t('law.none')}</p>
      ) : (
        <>
          <div className="amount-line">
            <span>
              {t('law.range')}{' '}
              <b className="amount">
                <Range min={fine.minFen} max={fine.maxFen} />
              </b>
            </span>
            <WhyLink
              why={{
                title: t('law.why'),
                answer: <Range min={fine.minFen} max={fine.maxFen} />,
                steps: stepsOf(fine.steps),
                article: law.article,
                version: law.law,
                foot: fine.verify ? <span>{t('verify', { text: fine.verify })}</span> : undefined,
              }}
            />
          </div>
          <div className="law-pair">
            {law.compared.map((one) => (
              <div key={one.law} className={one.chosen ? 'law-text chosen' : 'law-text'}>
                <p>
                  <b>{one.law}</b> {one.chosen && <StatusTag tone="good">{t('law.applies')}</StatusTag>}
                </p>
                <p className="soft">{one.article ?? t('law.noArticle')}</p>
                <p className="cell-sub">
                  {one.from} — {one.to ?? t('law.now')}
                </p>
                <p>
                  <Range min={one.minFen} max={one.maxFen} />
                </p>
              </div>
            ))}
          </div>
          <p className="soft">
            {t('law.days', { act: law.actOn, decided: law.decidedOn })}{' '}
            <WhyLink
              why={{ title: t('law.whyText'), answer: law.law, steps: stepsOf(law.steps), article: law.article }}
            />
          </p>
          {law.person && (
            <p>
              <StatusTag tone="warn">{t('law.compare')}</StatusTag> {law.person}
            </p>
          )}
        </>
      )}
    </Section>
  );
}
