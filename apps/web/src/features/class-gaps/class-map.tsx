import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ClassGap } from './class-gap-query.ts';

const all = Array.from({ length: 45 }, (_, index) => index + 1);

/** The 45 classes at a glance: those it has, those its business points to, the rest. */
export function ClassMap({ gap }: { gap: ClassGap }) {
  const { t } = useTranslation(['class-gaps', 'labels']);
  const own = new Map(gap.registered.map((one) => [one.niceClass, one]));
  const advised = new Map(gap.advised.map((one) => [one.niceClass, one]));
  const cell = (n: number) => {
    const mine = own.get(n);
    if (mine)
      return (
        <Link
          to={`/trademarks?party=${gap.partyId}&niceClass=${n}`}
          className="own"
          title={t('map.own', { n, label: mine.label, marks: mine.marks })}
        >
          {n}
          <small>{mine.label}</small>
        </Link>
      );
    const hint = advised.get(n);
    if (hint)
      return (
        <a
          href={`#class-${n}`}
          className={hint.strength}
          title={t('map.advised', { n, label: hint.label, strength: t(`strength.${hint.strength}`) })}
        >
          {n}
          <small>{hint.label}</small>
        </a>
      );
    return <span>{n}</span>;
  };
  return (
    <>
      <ol className="class-map" aria-label={t('map.title')}>
        {all.map((n) => (
          <li key={n}>{cell(n)}</li>
        ))}
      </ol>
      <ul className="class-legend">
        <li className="own">{t('map.legendOwn')}</li>
        <li className="core">{t('strength.core')}</li>
        <li className="related">{t('strength.related')}</li>
        <li className="neighbour">{t('strength.neighbour')}</li>
      </ul>
    </>
  );
}
