import { useTranslation } from 'react-i18next';
import type { PoolEntry } from './pool-query.ts';

/** One mark on the board: what it is, whose, and how much of its evidence is there. */
export function PoolCard({ entry, onOpen }: { entry: PoolEntry; onOpen: () => void }) {
  const { t } = useTranslation(['pool', 'labels']);
  const have = entry.evidence.filter((one) => one.have).length;
  return (
    <li>
      <button type="button" className="pool-card" onClick={onOpen}>
        <b>{entry.mark || entry.registrationNo}</b>
        <span className="pool-sub">
          {t('labels:niceClass', { n: entry.niceClass })} · <span className="mono">{entry.registrationNo}</span>
        </span>
        <span className="pool-sub">
          {entry.holder}
          {entry.town && ` · ${entry.town}`}
        </span>
        <span className="pool-evidence">
          <span className="pool-dots" aria-hidden="true">
            {entry.evidence.map((one) => (
              <i key={one.code} className={one.have ? 'have' : undefined} title={one.label} />
            ))}
          </span>
          {t('evidence.count', { have, all: entry.evidence.length })}
        </span>
      </button>
    </li>
  );
}
