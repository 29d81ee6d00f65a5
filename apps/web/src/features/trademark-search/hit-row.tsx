import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { closenessOf, type FoundMark } from './use-mark-search.ts';

/** Classes of a registration, each with its state where they differ. */
export function MarkClasses({ mark }: { mark: Pick<FoundMark, 'classes'> }) {
  const { t } = useTranslation('labels');
  const one = new Set(mark.classes.map(({ status }) => status)).size === 1;
  return (
    <span className="hit-classes">
      {mark.classes.map(({ niceClass, id, status }) => (
        <span key={niceClass}>
          {id === null ? (
            t('niceClass', { n: niceClass })
          ) : (
            <AppLink to={`/trademarks/${id}`}>{t('niceClass', { n: niceClass })}</AppLink>
          )}
          {!one && <small> {t(`trademarkStatus.${status}`)}</small>}
        </span>
      ))}
      {one && mark.classes[0] && (
        <StatusTag tone={toneOf(mark.classes[0].status)}>{t(`trademarkStatus.${mark.classes[0].status}`)}</StatusTag>
      )}
    </span>
  );
}

export function MarkOwners({ mark }: { mark: Pick<FoundMark, 'owners'> }) {
  const { t } = useTranslation('trademark-search');
  if (mark.owners.length === 0) return <span className="muted">{t('noOwner')}</span>;
  return (
    <>
      {mark.owners.map(({ name, partyId }, at) => (
        <span key={`${name}${partyId}`}>
          {at > 0 && '、'}
          {partyId === null ? name : <AppLink to={`/enterprises/${partyId}`}>{name}</AppLink>}
        </span>
      ))}
    </>
  );
}

/** One registration found: its name opens the comparison beside the list. */
export function HitRow({ mark, chosen, onChoose }: { mark: FoundMark; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('trademark-search');
  return (
    <li className={chosen ? 'hit chosen' : 'hit'}>
      <div className="hit-head">
        <button type="button" className="hit-name" aria-pressed={chosen} onClick={onChoose}>
          {mark.name}
        </button>
        <span className="chips">
          {mark.kinds.map((kind) => (
            <span key={kind} className="chip">
              {t(`kind.${kind}`)}
            </span>
          ))}
        </span>
        {mark.level !== 'identical' && (
          <span className="hit-score" title={t('scoreHelp')}>
            {t('score', { share: closenessOf(mark.score) })}
          </span>
        )}
      </div>
      <p>{mark.reasons}</p>
      {mark.goods && <p className={`hit-goods ${mark.goods.kind}`}>{mark.goods.text}</p>}
      <p className="hit-facts">
        <span className="mono">{mark.registrationNo}</span>
        <MarkClasses mark={mark} />
        <span>
          <MarkOwners mark={mark} />
        </span>
      </p>
    </li>
  );
}
