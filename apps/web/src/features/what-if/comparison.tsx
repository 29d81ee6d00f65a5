import type { WhatIfResult } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { Section } from '../../components/section.tsx';
import { wan } from './money-text.ts';
import type { ListFilter } from './use-what-if.ts';

type Compared = NonNullable<WhatIfResult['comparison']>;

function Side({
  kind,
  side,
  onOpen,
  onParty,
}: {
  kind: 'winners' | 'losers';
  side: Compared['winners'];
  onOpen: (filter: ListFilter) => void;
  onParty: (id: string) => void;
}) {
  const { t } = useTranslation('what-if');
  return (
    <div>
      <h3 className={kind === 'winners' ? 'good' : 'late'}>
        {t(kind)}{' '}
        <NumberLink
          value={side.count}
          unit={t('parties')}
          label={t(kind)}
          {...(side.count > 0 ? { onOpen: () => onOpen({ list: kind }) } : {})}
        />
        <small>{side.count > 0 && t(`${kind}Sum`, { fen: wan(side.fen) })}</small>
      </h3>
      {side.count === 0 && <p className="muted">{t('nobody')}</p>}
      <ul className="what-if-changes">
        {side.top.map((one) => (
          <li key={one.id}>
            <button type="button" className="link" onClick={() => onParty(one.id)}>
              {one.name}
            </button>
            <small>{one.town}</small>
            <span>
              {wan(one.beforeFen)} → <b>{wan(one.afterFen)}</b>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who gets more and who gets less than by the version in force. */
export function Comparison({
  result,
  onOpen,
  onParty,
}: {
  result: WhatIfResult;
  onOpen: (filter: ListFilter) => void;
  onParty: (id: string) => void;
}) {
  const { t } = useTranslation('what-if');
  const { comparison } = result;
  if (comparison === null) return null;
  const { against, movedYears, winners, losers, same } = comparison;
  const moved = movedYears === 0 ? '' : t('movedYears', { from: against.year, to: result.policy.year });
  const isSame = winners.count === 0 && losers.count === 0;
  return (
    <Section title={t('winnersLosers')} note={t('against', { version: against.version, title: against.title }) + moved}>
      {isSame ? (
        <p className="soft">{t('allSame', { count: same })}</p>
      ) : (
        <div className="what-if-sides">
          <Side kind="winners" side={winners} onOpen={onOpen} onParty={onParty} />
          <Side kind="losers" side={losers} onOpen={onOpen} onParty={onParty} />
          <p className="muted">{t('unchanged', { count: same })}</p>
        </div>
      )}
    </Section>
  );
}
