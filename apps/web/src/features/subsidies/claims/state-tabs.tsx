import { useTranslation } from 'react-i18next';
import { formatExact } from '../../../lib/format.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { claimGroups, groupOf } from './claim-groups.ts';
import '../../../components/page-tabs.css';

interface Count {
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** Claims by stage of the way; the states of the chosen stage can be told apart below. */
export function StateTabs({ state, counts }: { state: ListState; counts: readonly Count[] }) {
  const { t } = useTranslation('claims');
  const chosen = state.filters.state?.split(',') ?? [];
  const here = groupOf(chosen);
  const sum = (states: readonly string[]) =>
    counts.filter((one) => states.includes(one.code)).reduce((total, one) => total + one.count, 0);
  const within = claimGroups.find((group) => group.key === here);
  const inside: readonly string[] = within?.states ?? [];
  const parts = counts.filter((one) => inside.includes(one.code) && one.count > 0);
  const choose = (states: readonly string[] | undefined) => state.set({ state: states?.join(',') });
  return (
    <nav className="state-tabs" aria-label={t('tab.label')}>
      <div className="page-tabs">
        <button type="button" aria-pressed={here === undefined} onClick={() => choose(undefined)}>
          {t('tab.all')} {formatExact(counts.reduce((total, one) => total + one.count, 0))}
        </button>
        {claimGroups.map((group) => (
          <button key={group.key} type="button" aria-pressed={group.key === here} onClick={() => choose(group.states)}>
            {t(`tab.${group.key}`)} {formatExact(sum(group.states))}
          </button>
        ))}
      </div>
      {within && parts.length > 1 && (
        <div className="state-parts">
          {parts.map((one) => {
            const on = chosen.length === 1 && chosen[0] === one.code;
            return (
              <button
                key={one.code}
                type="button"
                aria-pressed={on}
                onClick={() => choose(on ? within.states : [one.code])}
              >
                {one.label} {formatExact(one.count)}
              </button>
            );
          })}
        </div>
      )}
    </nav>
  );
}
