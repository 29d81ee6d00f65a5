import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Holders } from '../../components/holders.tsx';
import { formatShare } from '../../lib/format.ts';
import { cutAt } from './highlight.ts';
import type { SignalDetail, SignalFiling } from './signal-query.ts';

type Evidence = SignalDetail['evidence'];
type Pair = Extract<Evidence, { sort: 'text-pairs' }>['pairs'][number];
type Passage = Pair['passages'][number];

/** A text with what it shares with the other marked. */
function Marked({
  text,
  passages,
  side,
  part,
}: {
  text: string;
  passages: readonly Passage[];
  side: 'a' | 'b';
  part: Passage['part'];
}) {
  const pieces = cutAt(
    text,
    passages.filter((passage) => passage.part === part).map((passage) => passage[side]),
  );
  let at = 0;
  return (
    <>
      {pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.matched ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
      })}
    </>
  );
}

function Side({
  filing,
  passages,
  side,
}: {
  filing: SignalFiling | undefined;
  passages: readonly Passage[];
  side: 'a' | 'b';
}) {
  const { t } = useTranslation(['filing-signals', 'labels']);
  if (filing === undefined) return <div className="side muted">{t('filingGone')}</div>;
  return (
    <article className="side">
      <header>
        {filing.patentId ? (
          <Link className="link mono" to={`/patents/${filing.patentId}`}>
            {filing.applicationNo}
          </Link>
        ) : (
          <span className="mono">{filing.applicationNo}</span>
        )}
        <span className="muted">
          {filing.filedOn && <>{t('filedOn', { date: filing.filedOn })} · </>}
          {filing.kind && t(`labels:patentKind.${filing.kind}`)}
        </span>
      </header>
      <p className="side-holders">
        <Holders holders={filing.holders} max={2} />
      </p>
      <h3>
        <Marked text={filing.title} passages={passages} side={side} part="title" />
      </h3>
      {filing.abstract ? (
        <p>
          <Marked text={filing.abstract} passages={passages} side={side} part="abstract" />
        </p>
      ) : (
        <p className="muted">{t('noAbstract')}</p>
      )}
    </article>
  );
}

/** Pairs of filings side by side with what they have in common marked. */
export function TextPairs({ pairs, rows }: { pairs: readonly Pair[]; rows: readonly SignalFiling[] }) {
  const { t } = useTranslation('filing-signals');
  const [chosen, setChosen] = useState(0);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const name = (key: string) => byKey.get(key)?.applicationNo ?? key;
  const pair = pairs[Math.min(chosen, pairs.length - 1)];
  if (pair === undefined) return <p className="muted">{t('noPairs')}</p>;
  return (
    <>
      {pairs.length > 1 && (
        <ul className="pair-list" aria-label={t('pairs')}>
          {pairs.map((one, at) => (
            <li key={`${one.a} ${one.b}`}>
              <button type="button" aria-current={one === pair ? 'true' : undefined} onClick={() => setChosen(at)}>
                <span className="mono">
                  {name(one.a)} ↔ {name(one.b)}
                </span>
                <b>{formatShare(one.score)}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="pair-note">
        {t('pairNote', { score: formatShare(pair.score), passages: pair.passages.length })}{' '}
        <mark>{t('markSample')}</mark>
      </p>
      <div className="sides">
        <Side filing={byKey.get(pair.a)} passages={pair.passages} side="a" />
        <Side filing={byKey.get(pair.b)} passages={pair.passages} side="b" />
      </div>
    </>
  );
}

/** One filing beside the filings it is put together from. */
export function Recombined({
  evidence,
  rows,
}: {
  evidence: Extract<Evidence, { sort: 'recombined' }>;
  rows: readonly SignalFiling[];
}) {
  const { t } = useTranslation('filing-signals');
  const pairs = evidence.sources.map((source) => ({
    a: evidence.filing,
    b: source.id,
    score: source.share,
    passages: source.passages,
  }));
  return (
    <>
      <p className="pair-note">{t('covered', { share: formatShare(evidence.covered), count: pairs.length })}</p>
      <TextPairs pairs={pairs} rows={rows} />
    </>
  );
}
