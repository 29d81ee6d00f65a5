import type { ObjectionView } from '@jince/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '../../../components/status-tag.tsx';

interface ObjectionListProps {
  readonly objections: readonly ObjectionView[];
  /** Absent: this person does not answer. */
  readonly onAnswer?: ((objection: ObjectionView) => void) | undefined;
  /** Names the claim of each, where they are of several. */
  readonly withClaim?: boolean;
}

/** Objections with their answers; those still open say until when they must be answered. */
export function ObjectionList({ objections, onAnswer, withClaim }: ObjectionListProps) {
  const { t } = useTranslation('objections');
  return (
    <ul className="objection-list">
      {objections.map((one) => (
        <li key={one.id}>
          <div className="objection-head">
            {one.state === 'open' ? (
              <StatusTag tone="late">{t('open')}</StatusTag>
            ) : (
              <StatusTag tone={one.upheld ? 'warn' : 'good'}>{t(one.upheld ? 'upheld' : 'dismissed')}</StatusTag>
            )}
            <span className="soft">
              {t('receivedOn', { on: one.receivedOn })} · {one.anonymous ? t('anonymous') : (one.by ?? t('named'))}
              {one.contact && ` ${one.contact}`}
            </span>
            {withClaim && (
              <Link className="link" to={`/incentives/applications/${one.claimId}`}>
                {one.claimNumber} {one.partyName}
              </Link>
            )}
            {one.state === 'open' && one.dueOn && <span className="soft">{t('dueOn', { on: one.dueOn })}</span>}
            {one.state === 'open' && onAnswer && (
              <Button size="small" type="primary" onClick={() => onAnswer(one)}>
                {t('answer')}
              </Button>
            )}
          </div>
          <blockquote>{one.text}</blockquote>
          {one.answer && (
            <p className="objection-answer">
              <b>{t('answered', { on: one.answeredOn, by: one.answeredBy })}</b>
              {one.answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
