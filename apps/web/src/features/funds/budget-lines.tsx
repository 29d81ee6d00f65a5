import type { BudgetLineView } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money.tsx';
import { formatShare, formatYuan } from '../../lib/format.ts';

type Part = 'paid' | 'committed' | 'available';

/** Where the money of a line is, as shares of everything it was given. */
function partsOf(
  line: BudgetLineView,
): readonly { readonly part: Part; readonly fen: number; readonly share: number }[] {
  const kept = { paid: line.paidFen - line.returnedFen, committed: line.committedFen, available: line.availableFen };
  const whole = Math.max(1, kept.paid + kept.committed + kept.available);
  return (['paid', 'committed', 'available'] as const).map((part) => ({
    part,
    fen: kept[part],
    share: kept[part] / whole,
  }));
}

function Bar({ line }: { line: BudgetLineView }) {
  const { t } = useTranslation('funds');
  const parts = partsOf(line);
  const text = parts.map(({ part, share }) => `${t(`part.${part}`)} ${formatShare(share)}`).join('，');
  return (
    <div className="fund-bar" role="img" aria-label={text} title={text}>
      {parts.map(({ part, share }) => share > 0 && <i key={part} className={part} style={{ flexGrow: share }} />)}
    </div>
  );
}

interface Column {
  readonly key: 'appropriated' | 'committed' | 'paid' | 'returned' | 'available';
  readonly fen: (line: BudgetLineView) => number;
  /** Movements that made the figure. */
  readonly kinds: string;
}

export const columns: readonly Column[] = [
  { key: 'appropriated', fen: (line) => line.appropriatedFen, kinds: 'appropriate,open-item' },
  { key: 'committed', fen: (line) => line.committedFen, kinds: 'commit,cancel,reduce,pay,open-item' },
  { key: 'paid', fen: (line) => line.paidFen, kinds: 'pay,open-item' },
  { key: 'returned', fen: (line) => line.returnedFen, kinds: 'return,open-item' },
  { key: 'available', fen: (line) => line.availableFen, kinds: '' },
];

interface LinesProps {
  readonly lines: readonly BudgetLineView[];
  readonly onOpen: (line: BudgetLineView, kinds: string) => void;
}

/** Lines of a fund, each with where its money is; every figure opens the movements that made it. */
export function BudgetLines({ lines, onOpen }: LinesProps) {
  const { t } = useTranslation('funds');
  return (
    <div className="fund-lines">
      <div className="fund-line head" aria-hidden="true">
        <span>{t('line')}</span>
        <span className="fund-legend">
          {(['paid', 'committed', 'available'] as const).map((part) => (
            <span key={part}>
              <i className={part} /> {t(`part.${part}`)}
            </span>
          ))}
        </span>
        {columns.map(({ key }) => (
          <span key={key} className="r">
            {t(`figure.${key}`)} <small>{t('yuan')}</small>
          </span>
        ))}
      </div>
      {lines.map((line) => {
        const name = line.item === null ? t('whole') : (line.label ?? line.item);
        return (
          <div key={line.item ?? ''} className={line.item === null ? 'fund-line whole' : 'fund-line'}>
            <button type="button" className="fund-line-name" onClick={() => onOpen(line, '')}>
              {name}
              {line.item !== null && line.label !== null && <small>{line.item}</small>}
            </button>
            <Bar line={line} />
            {columns.map(({ key, fen, kinds }) => (
              <div key={key} className="r fund-figure">
                <small>{t(`figure.${key}`)}</small>
                <button
                  type="button"
                  className={key === 'available' ? 'number strong' : 'number'}
                  aria-label={`${name} ${t(`figure.${key}`)} ${formatYuan(fen(line))}`}
                  onClick={() => onOpen(line, kinds)}
                >
                  <Money fen={fen(line)} />
                </button>
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}
