import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { StandingSign } from '../../components/standing-tag.tsx';
import { Switcher } from '../../components/switcher.tsx';
import { type Plan, standings } from '../../lib/plan.ts';

/** Whether only what needs attention is listed; kept in the address. */
export function useOnlyBehind(): [boolean, (only: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const set = (only: boolean) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (only) next.set('show', 'behind');
        else next.delete('show');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [params.get('show') === 'behind', set];
}

/** How many indicators stand where, and the choice to see only what needs attention. */
export function StandingStrip({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['home', 'plan']);
  const [only, setOnly] = useOnlyBehind();
  const all = plan.chapters.flatMap((chapter) => chapter.clauses.flatMap((clause) => clause.indicators));
  const counts = standings.map((standing) => ({
    standing,
    count: all.filter((indicator) => indicator.standing === standing).length,
  }));
  return (
    <div className="standing-strip">
      <p>
        <Link className="number" to="/plan/indicators">
          {t('indicatorCount', { count: all.length })}
        </Link>
        {counts
          .filter((one) => one.count > 0)
          .map((one) => (
            <Link key={one.standing} to={`/plan/indicators?standing=${one.standing}`}>
              <StandingSign standing={one.standing} />
              {t(`plan:standing.${one.standing}`)} <b>{one.count}</b>
            </Link>
          ))}
      </p>
      <Switcher
        label={t('show')}
        value={only ? 'behind' : 'all'}
        options={[
          { value: 'all', label: t('showAll') },
          { value: 'behind', label: t('showBehind') },
        ]}
        onChange={(value) => setOnly(value === 'behind')}
      />
    </div>
  );
}
