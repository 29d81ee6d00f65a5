import type { FactSummary } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { formatExact, formatShare } from '../../lib/format.ts';

/** What kind of value a fact has, in words: a number of 件, one of seven words, a list of codes. */
export function FactKind({ fact }: { fact: FactSummary }) {
  const { t } = useTranslation('facts');
  const system = fact.system ? t(`system.${fact.system}`) : '';
  const type =
    fact.type === 'list'
      ? t('listOf', { of: fact.of === 'code' ? system : t(`type.${fact.of}`) })
      : fact.type === 'code'
        ? system
        : fact.type === 'text' && fact.values.length > 0
          ? t('oneOf', { total: fact.values.length })
          : t(`type.${fact.type}`);
  return (
    <span className="fact-kind">
      {type}
      {fact.unit && <small> {fact.unit}</small>}
    </span>
  );
}

/** Of how many subjects it is known: in figures and as a bar. */
export function Coverage({ fact, total, unit }: { fact: FactSummary; total: number | null; unit: string }) {
  const { t } = useTranslation('facts');
  if (fact.known === null || total === null) return <span className="muted">{t('notComputed')}</span>;
  const share = total === 0 ? 0 : fact.known / total;
  const words = t('known', { known: formatExact(fact.known), total: formatExact(total), unit });
  return (
    <span className="fact-coverage" title={words}>
      <i aria-hidden="true">
        <b style={{ width: `${share * 100}%` }} />
      </i>
      <span>{fact.nullable ? formatShare(share) : t('always')}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
