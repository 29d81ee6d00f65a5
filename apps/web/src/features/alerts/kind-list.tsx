import type { RouteOutput, routes } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';
import { levelTones } from './alert-words.tsx';

export type AlertKind = RouteOutput<typeof routes.listAlerts>['byCode'][number];

function Kind({ kind, chosen, onChoose }: { kind: AlertKind; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('alerts');
  const open = kind.count - kind.handled;
  return (
    <li>
      <button type="button" className={chosen ? 'on' : undefined} aria-pressed={chosen} onClick={onChoose}>
        <i className={levelTones[kind.level]} aria-hidden="true" />
        <span>
          {kind.label}
          <span className="sr-only"> {t(`level.${kind.level}`)}</span>
        </span>
        <b className={open === 0 ? 'muted' : undefined}>{formatExact(open)}</b>
      </button>
    </li>
  );
}

/** Kinds of alert under their headings with how many wait; choosing one narrows the list. */
export function KindList({
  kinds,
  chosen,
  onChoose,
}: {
  kinds: readonly AlertKind[];
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
}) {
  const { t } = useTranslation('alerts');
  const groups = Map.groupBy(kinds, (kind) => kind.group);
  const open = kinds.reduce((sum, kind) => sum + kind.count - kind.handled, 0);
  return (
    <nav className="panel alert-kinds no-print" aria-label={t('kinds')}>
      <button
        type="button"
        className={chosen === undefined ? 'all on' : 'all'}
        aria-pressed={chosen === undefined}
        onClick={() => onChoose(undefined)}
      >
        <span>{t('allKinds')}</span>
        <b>{formatExact(open)}</b>
      </button>
      {[...groups].map(([group, some]) => (
        <section key={group}>
          <h2>{some[0]?.groupLabel}</h2>
          <ul>
            {some.map((kind) => (
              <Kind
                key={kind.code}
                kind={kind}
                chosen={kind.code === chosen}
                onChoose={() => onChoose(kind.code === chosen ? undefined : kind.code)}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
