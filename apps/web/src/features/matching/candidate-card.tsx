import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { type Candidate, type Judgement, shareText } from './matching-query.ts';
import { ReasonWaterfall } from './waterfall.tsx';

interface CardProps {
  readonly candidate: Candidate;
  /** 1–5: the key that chooses it. */
  readonly place: number;
  readonly chosen: boolean;
  readonly linked: boolean;
  /** The standing judgement on this pair. */
  readonly judgement: Judgement | undefined;
  readonly ruledOut: boolean;
  readonly onChoose: () => void;
}

/** One enterprise the mention may be, with what speaks for and against it. */
export function CandidateCard({ candidate, place, chosen, linked, judgement, ruledOut, onChoose }: CardProps) {
  const { t } = useTranslation(['matching', 'labels']);
  const facts = [candidate.uscc, candidate.town, candidate.industry, candidate.address].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: choosing is on the number keys and on the radio inside
    <article
      className={`candidate ${chosen ? 'chosen' : ''} ${ruledOut ? 'ruled-out' : ''}`}
      onClick={onChoose}
      ref={(node) => {
        if (chosen && place > 1) node?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <header>
        <label>
          <input type="radio" name="candidate" checked={chosen} onChange={onChoose} />
          <kbd>{place}</kbd>
          <b>{candidate.name}</b>
        </label>
        <span className="candidate-score" title={t('score')}>
          {shareText(candidate.score)}
        </span>
      </header>
      <p className="candidate-facts">
        <StatusTag tone={toneOf(candidate.status)}>{t(`labels:partyStatus.${candidate.status}`)}</StatusTag>
        {linked && <StatusTag tone="info">{t('linkedNow')}</StatusTag>}
        {ruledOut && !judgement && <StatusTag tone="plain">{t('verdict.not-same')}</StatusTag>}
        {judgement && (
          <StatusTag tone={judgement.verdict === 'same' ? 'good' : 'plain'}>
            {t('judgedBy', { verdict: t(`verdict.${judgement.verdict}`), actor: judgement.actorName })}
          </StatusTag>
        )}
        <span className="soft">{facts.join(' · ')}</span>
        <Link className="link" to={`/parties/${candidate.partyId}`} onClick={(event) => event.stopPropagation()}>
          {t('openParty')}
        </Link>
      </p>
      {candidate.formerNames.length > 0 && (
        <p className="soft">{t('formerNames', { names: candidate.formerNames.join('、') })}</p>
      )}
      <ReasonWaterfall reasons={candidate.reasons} />
    </article>
  );
}
