import { useTranslation } from 'react-i18next';
import { formatYuan } from '../lib/format.ts';
import { ExampleMark } from './standing-tag.tsx';
import './money.css';

interface MoneyProps {
  readonly fen: number | null;
  /** The policy behind it was made up for the demonstration. */
  readonly example?: boolean;
  /** Where the unit does not stand in the header of a column. */
  readonly unit?: boolean;
}

/** An amount in yuan to the fen; where none is worked out yet, a dash. */
export function Money({ fen, example, unit }: MoneyProps) {
  const { t } = useTranslation(['plan', 'common']);
  if (fen === null) return <span className="muted">—</span>;
  return (
    <span className="money">
      {formatYuan(fen)}
      {unit && <small>{t('common:unit.yuan')}</small>}
      {example && <ExampleMark />}
    </span>
  );
}
