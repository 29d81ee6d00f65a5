import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { formatExact } from '../../lib/format.ts';
import type { ImportDetail } from './import-query.ts';

type Counts = ImportDetail['counts'];
interface Cell {
  readonly key: keyof Counts;
  readonly href: string;
  readonly tone?: 'good' | 'warn' | 'late';
}

function Group({ title, cells, counts }: { title: string; cells: readonly Cell[]; counts: Counts }) {
  const { t } = useTranslation('imports');
  return (
    <div className="effect-group">
      <h3>{title}</h3>
      <div>
        {cells.map(({ key, href, tone }) => (
          <div key={key} title={t(`countHelp.${key}`)}>
            <span>{t(`count.${key}`)}</span>
            <NumberLink
              value={counts[key]}
              href={counts[key] > 0 ? href : undefined}
              exact
              tone={counts[key] > 0 ? tone : undefined}
              label={t(`count.${key}`)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

/** What the import does, or did: every figure opens its rows. */
export function EffectFigures({ detail }: { detail: ImportDetail }) {
  const { t } = useTranslation('imports');
  const { counts, id } = detail;
  const rows = (filter: string) => `/imports/${id}?tab=rows&${filter}`;
  const names = (decision: string) => `/matching?importId=${id}&${decision}`;
  const named = counts.linkedAuto + counts.linkedByPerson + counts.toReview + counts.unlinked > 0;
  const done = detail.state === 'committed' || detail.state === 'undoing' || detail.state === 'undone';
  return (
    <section className="panel effect" aria-label={t('effect.label')}>
      <Group
        title={t(done ? 'effect.did' : 'effect.will', { total: formatExact(counts.accepted) })}
        counts={counts}
        cells={[
          { key: 'new', href: rows('effect=new'), tone: 'good' },
          { key: 'changed', href: rows('effect=changed') },
          { key: 'unchanged', href: rows('effect=unchanged') },
          { key: 'duplicate', href: rows('effect=duplicate') },
        ]}
      />
      <Group
        title={t('effect.held')}
        counts={counts}
        cells={[
          { key: 'doubtful', href: rows('status=doubtful'), tone: 'warn' },
          { key: 'refused', href: rows('status=refused'), tone: 'late' },
          { key: 'discarded', href: rows('status=discarded') },
        ]}
      />
      {named && (
        <Group
          title={t('effect.names')}
          counts={counts}
          cells={[
            { key: 'linkedAuto', href: names('tab=auto'), tone: 'good' },
            { key: 'linkedByPerson', href: names('tab=person') },
            { key: 'toReview', href: names('tab=review'), tone: 'warn' },
            { key: 'unlinked', href: names('tab=none') },
          ]}
        />
      )}
    </section>
  );
}
