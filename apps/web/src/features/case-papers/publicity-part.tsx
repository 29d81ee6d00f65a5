import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type Papers, type Publicity, toneOfPublicity } from './papers-query.ts';
import { Abstract, PublicityActs } from './publicity-acts.tsx';

function Days({ row }: { row: Publicity }) {
  const { t } = useTranslation('case-papers');
  return (
    <>
      <p>
        <StatusTag tone={toneOfPublicity(row)}>{row.standingLabel}</StatusTag>
        {row.publishedOn === null && row.standing !== 'exempt' && <span>{t('publicity.due', { on: row.dueOn })}</span>}
        {row.publishedOn !== null && (
          <span>{t('publicity.shown', { from: row.publishedOn, to: row.endsOn ?? '' })}</span>
        )}
        {row.withdrawnOn !== null && <span>{t('publicity.down', { on: row.withdrawnOn })}</span>}
        {row.withdrawalDueOn !== null && row.withdrawnOn === null && (
          <span className="late">{t('publicity.mustDown', { on: row.withdrawalDueOn })}</span>
        )}
      </p>
      <p className="soft">{row.reason ?? row.termReason}</p>
      {row.standing !== 'exempt' && (
        <details>
          <summary>{t('publicity.why')}</summary>
          <ol className="soft">
            {row.dueSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

/** Publicity of the penalty of one case: due day with its reason, the abstract, publishing and taking down. */
export function CasePublicity({ papers }: { papers: Papers }) {
  const { t } = useTranslation('case-papers');
  return (
    <Section title={t('publicity.title')}>
      {papers.publicity.length === 0 && <p className="soft">{t('publicity.none')}</p>}
      {papers.publicity.map((row) => (
        <div key={row.id} className="publicity-one">
          <Days row={row} />
          <Abstract row={row} />
          <PublicityActs row={row} may={papers.may.publish} />
        </div>
      ))}
    </Section>
  );
}
