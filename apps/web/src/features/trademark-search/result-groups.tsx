import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { formatDay, formatExact } from '../../lib/format.ts';
import { HitRow } from './hit-row.tsx';
import type { FoundMark, Level, MarkAnswer } from './use-mark-search.ts';

export const TONES: Readonly<Record<MarkAnswer['verdict'], Tone>> = {
  identical: 'late',
  near: 'late',
  arguable: 'warn',
  clear: 'good',
  none: 'plain',
};

/** What came of the search in one sentence, and of how much it is said. */
export function Verdict({ answer }: { answer: MarkAnswer }) {
  const { t } = useTranslation('trademark-search');
  const { changedAt } = answer.register;
  const changedOn = changedAt === null ? '—' : formatDay(changedAt);
  return (
    <div className="verdict panel" role="status">
      <StatusTag tone={TONES[answer.verdict]}>{t(`verdict.${answer.verdict}`)}</StatusTag>
      <p>{t(`verdictText.${answer.verdict}`, answer.counts)}</p>
      <p className="muted">{t('searched', { marks: formatExact(answer.register.marks), day: changedOn })}</p>
    </div>
  );
}

interface GroupProps {
  readonly level: Level;
  readonly hits: readonly FoundMark[];
  readonly chosen: FoundMark | undefined;
  readonly onChoose: (mark: FoundMark) => void;
}

/** Shown at once: an owner may hold the same text in dozens of registrations. */
const SHOWN = 8;

function Rows({ hits, chosen, onChoose }: Omit<GroupProps, 'level'>) {
  const { t } = useTranslation('trademark-search');
  const [all, setAll] = useState(false);
  const left = all ? 0 : hits.length - SHOWN;
  return (
    <>
      <ul className="hits">
        {(left > 0 ? hits.slice(0, SHOWN) : hits).map((mark) => (
          <HitRow
            key={`${mark.country}${mark.registrationNo}${mark.name}`}
            mark={mark}
            chosen={mark === chosen}
            onChoose={() => onChoose(mark)}
          />
        ))}
      </ul>
      {left > 0 && (
        <Button type="link" className="hits-more" onClick={() => setAll(true)}>
          {t('showRest', { n: left })}
        </Button>
      )}
    </>
  );
}

/** Marks of one level; those that are not close are folded away. */
export function HitGroup({ level, hits, ...rest }: GroupProps) {
  const { t } = useTranslation('trademark-search');
  if (hits.length === 0) return null;
  if (level === 'far')
    return (
      <details className="panel hit-group">
        <summary>
          {t('level.far')} <small>{t('levelNote.far')}</small>
        </summary>
        <Rows hits={hits} {...rest} />
      </details>
    );
  return (
    <section className="panel hit-group" aria-label={t(`level.${level}`)}>
      <h2>
        {t(`level.${level}`)} <small>{t(`levelNote.${level}`)}</small>
      </h2>
      <Rows hits={hits} {...rest} />
    </section>
  );
}
