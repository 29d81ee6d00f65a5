import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { MarkClasses, MarkOwners } from './hit-row.tsx';
import { type ComparedSign, splitSigns } from './split-signs.ts';
import type { FoundMark } from './use-mark-search.ts';

function Signs({ signs }: { signs: readonly ComparedSign[] }) {
  return (
    <span className="signs">
      {signs.map(({ sign, shared }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: signs repeat and never move
        <span key={`${at}${sign}`} className={shared ? undefined : 'apart'}>
          {sign}
        </span>
      ))}
    </span>
  );
}

/** The asked mark and one that was found, side by side; signs they do not share are underlined. */
export function Comparison({ compared, mark }: { compared: string; mark: FoundMark }) {
  const { t } = useTranslation('trademark-search');
  const [asked, found] = splitSigns(compared, mark.compared);
  return (
    <Section title={t('beside.title')} note={t('beside.note')}>
      <div className="beside">
        <div>
          <small>{t('beside.asked')}</small>
          <Signs signs={asked} />
        </div>
        <div>
          <small>{t('beside.found')}</small>
          <Signs signs={found} />
        </div>
      </div>
      <p>{mark.reasons}</p>
      <dl className="beside-facts">
        <dt>{t('beside.level')}</dt>
        <dd>{t(`level.${mark.level}`)}</dd>
        {mark.goods && (
          <>
            <dt>{t('beside.goods')}</dt>
            <dd>{mark.goods.text}</dd>
          </>
        )}
        <dt>{t('beside.number')}</dt>
        <dd className="mono">{mark.registrationNo}</dd>
        <dt>{t('beside.classes')}</dt>
        <dd>
          <MarkClasses mark={mark} />
        </dd>
        <dt>{t('beside.owner')}</dt>
        <dd>
          <MarkOwners mark={mark} />
        </dd>
        <dt>{t('beside.days')}</dt>
        <dd className="mono">
          {mark.registeredOn ?? mark.filedOn ?? '—'} / {mark.expiresOn ?? '—'}
        </dd>
      </dl>
    </Section>
  );
}
