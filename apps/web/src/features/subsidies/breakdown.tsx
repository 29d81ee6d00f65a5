import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { formatExact } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import type { EntitlementPage } from './entitlements/entitlement-query.ts';

type Part = EntitlementPage['byItem'][number];

const SHOWN = 6;
const FEN = 100;

function Bars({
  title,
  parts,
  name,
  state,
}: {
  title: string;
  parts: readonly Part[];
  name: string;
  state: ListState;
}) {
  const { t } = useTranslation('subsidies');
  const most = Math.max(1, ...parts.map((one) => one.fen));
  const chosen = state.filters[name]?.split(',') ?? [];
  const shown = parts.toSorted((a, b) => b.fen - a.fen).slice(0, SHOWN);
  return (
    <section className="breakdown-part" aria-label={title}>
      <h2>
        {title}
        {parts.length > SHOWN && <small>{t('breakdown.first', { shown: SHOWN, total: parts.length })}</small>}
      </h2>
      <ul>
        {shown.map((one) => (
          <li key={one.code} className={chosen.includes(one.code) ? 'on' : undefined}>
            <button
              type="button"
              aria-pressed={chosen.includes(one.code)}
              onClick={() => state.set({ [name]: chosen.includes(one.code) ? undefined : one.code })}
            >
              <span title={one.label}>{one.label}</span>
              <i aria-hidden="true">
                <b style={{ width: `${(one.fen / most) * 100}%` }} />
              </i>
              <span className="amount">
                {formatExact(one.fen / FEN / 10_000, 2)} {t('wan')}
              </span>
              <span className="count">{t('breakdown.items', { count: one.count })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The sums of what is listed: in all, by clause and by town; each part narrows the list to itself. */
export function Breakdown({ data, state }: { data: EntitlementPage; state: ListState }) {
  const { t } = useTranslation(['subsidies', 'common']);
  return (
    <div className="breakdown panel">
      <dl className="breakdown-sums">
        <div>
          <dt>{t('breakdown.sum')}</dt>
          <dd>
            <NumberLink value={data.sumFen / FEN} unit={t('common:unit.yuan')} />{' '}
            {data.items.some((one) => one.policy.example) && <ExampleMark />}
          </dd>
        </div>
        <div>
          <dt>{t('breakdown.parties')}</dt>
          <dd>
            <NumberLink value={data.parties} unit={t('common:unit.party')} />
          </dd>
        </div>
        <div>
          <dt>{t('breakdown.count')}</dt>
          <dd>
            <NumberLink value={data.total} unit={t('breakdown.itemUnit')} />
          </dd>
        </div>
      </dl>
      {data.byItem.length > 0 && <Bars title={t('breakdown.byItem')} parts={data.byItem} name="item" state={state} />}
      {data.byTown.length > 0 && <Bars title={t('breakdown.byTown')} parts={data.byTown} name="town" state={state} />}
    </div>
  );
}
