import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { Section } from '../../../components/section.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Claim } from './claim-query.ts';

type ClawBack = NonNullable<Claim['clawBack']>;

function Decision({ clawBack }: { clawBack: ClawBack }) {
  const { t } = useTranslation('claims');
  return (
    <Section
      title={t('clawBack.title')}
      extra={
        clawBack.settledOn ? (
          <StatusTag tone="good">{t('clawBack.settled', { on: clawBack.settledOn })}</StatusTag>
        ) : (
          <StatusTag tone="late">{t('clawBack.open')}</StatusTag>
        )
      }
    >
      <p>
        {clawBack.decisionNo} · {clawBack.decidedOn} · {clawBack.decidedBy} · {clawBack.reasonLabel} ·{' '}
        <Money fen={clawBack.amountFen} unit />
      </p>
      <blockquote className="quoted">{clawBack.statement}</blockquote>
      <ol className="instalments">
        {clawBack.instalments.map((one) => (
          <li key={one.dueOn}>
            <span className="mono">{t('clawBack.dueOn', { on: one.dueOn })}</span>
            <Money fen={one.amountFen} unit />
          </li>
        ))}
      </ol>
      <p className="soft">
        {clawBack.bannedUntil
          ? t('clawBack.banned', { years: clawBack.banYears, until: clawBack.bannedUntil })
          : t('clawBack.noBan')}
        {clawBack.dishonesty && ` ${t('clawBack.dishonesty')}`}
      </p>
    </Section>
  );
}

/** What came after payment: spot checks, and money taken back. */
export function ClaimTaken({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claims');
  return (
    <>
      {claim.clawBack && <Decision clawBack={claim.clawBack} />}
      {claim.spotChecks.length > 0 && (
        <Section title={t('spotCheck.title')}>
          <ul className="claim-lists">
            {claim.spotChecks.map((one) => (
              <li key={`${one.on}${one.findings}`}>
                <StatusTag tone={one.result === 'pass' ? 'good' : 'late'}>{t(`spotCheck.${one.result}`)}</StatusTag>
                <span className="soft">
                  {one.on} · {one.by}
                </span>
                <span>{one.findings}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
