import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount, formatExact } from '../lib/format.ts';
import './cartogram.css';
import { Switcher } from './switcher.tsx';

export interface CartogramTile {
  readonly townCode: string;
  readonly label: string;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  /** By measure; absent where nothing is known of the town. */
  readonly values: Readonly<Record<string, number>>;
  readonly href: string;
  /** The list beside the map shows this town. */
  readonly selected?: boolean;
}
interface CartogramProps {
  readonly measures: readonly { code: string; label: string; unit: string }[];
  readonly tiles: readonly CartogramTile[];
  readonly note: string;
}

/** Tint of a value between the least and the most, in five steps from light to deep indigo (cartogram.css). */
const tints = [0, 1, 2, 3, 4] as const;
function tintOf(value: number, low: number, high: number): number {
  if (high === low) return high === 0 ? 0 : 2;
  return Math.min(tints.length - 1, Math.floor(((value - low) / (high - low)) * tints.length));
}

/** The district as tiles, one per town, laid out roughly as on the map. */
export function Cartogram({ measures, tiles, note }: CartogramProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(measures[0]?.code ?? '');
  const measure = measures.find((one) => one.code === chosen) ?? measures[0];
  if (!measure || tiles.length === 0) return null;
  const values = tiles.flatMap((tile) => tile.values[measure.code] ?? []);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const columns = Math.max(...tiles.map((tile) => tile.column + tile.width));
  const rows = Math.max(...tiles.map((tile) => tile.row + tile.height));
  return (
    <div className="cartogram">
      {measures.length > 1 && (
        <Switcher
          label={t('cartogram.measure')}
          value={measure.code}
          onChange={setChosen}
          options={measures.map((one) => ({ value: one.code, label: one.label }))}
        />
      )}
      <div className="cartogram-map" style={{ aspectRatio: `${columns * 1.55} / ${rows}` }}>
        {tiles.map((tile) => {
          const value = tile.values[measure.code];
          const exact = value === undefined ? '—' : formatExact(value, Number.isInteger(value) ? 0 : 1);
          return (
            <Link
              key={tile.townCode}
              to={tile.href}
              className={tile.selected ? 'selected' : undefined}
              aria-current={tile.selected ? 'true' : undefined}
              title={`${tile.label} ${exact} ${measure.unit}`}
              style={{
                left: `${(tile.column / columns) * 100}%`,
                top: `${(tile.row / rows) * 100}%`,
                width: `${(tile.width / columns) * 100}%`,
                height: `${(tile.height / rows) * 100}%`,
              }}
            >
              <span className={value === undefined ? 'tint-none' : `tint-${tintOf(value, low, high)}`}>
                {tile.label}
                <b>
                  {value === undefined ? '—' : formatCount(value)}
                  {measure.unit === '%' && value !== undefined && '%'}
                </b>
              </span>
            </Link>
          );
        })}
      </div>
      <div className="cartogram-note">
        <span>
          {t('cartogram.legend', { label: measure.label, unit: measure.unit })} · {note}
        </span>
        <span className="cartogram-scale" aria-hidden="true">
          {formatCount(low)}
          {tints.map((tint) => (
            <i key={tint} className={`tint-${tint}`} />
          ))}
          {formatCount(high)}
          {measure.unit === '%' && '%'}
        </span>
      </div>
    </div>
  );
}
