import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

interface Ids {
  readonly id?: string;
  readonly 'aria-label'?: string;
}

interface YuanProps extends Ids {
  /** In fen; null: not set. */
  readonly value: number | null;
  readonly onChange: (fen: number | null) => void;
  readonly placeholder?: string;
}

/** An amount typed in yuan and kept in fen. */
export function YuanInput({ value, onChange, ...rest }: YuanProps) {
  const { t } = useTranslation('common');
  return (
    <InputNumber<string | number>
      {...rest}
      className="edit-number"
      value={value === null ? null : value / 100}
      min={0}
      max={1e11}
      precision={2}
      controls={false}
      suffix={t('unit.yuan')}
      formatter={(shown) => `${shown ?? ''}`.replace(/\.00$/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
      // As text: an empty field stays empty, it is not nought.
      parser={(text) => (text ?? '').replace(/[^\d.]/g, '')}
      onChange={(yuan) => onChange(yuan === null ? null : Math.round(Number(yuan) * 100))}
    />
  );
}

/** A share typed in per cent and kept in parts per million. */
export function PercentInput({ value, onChange, ...rest }: Ids & { value: number; onChange: (ppm: number) => void }) {
  return (
    <InputNumber
      {...rest}
      className="edit-number"
      value={value / 10_000}
      min={0}
      max={1000}
      controls={false}
      suffix="%"
      onChange={(percent) => onChange(Math.round((percent ?? 0) * 10_000))}
    />
  );
}

/** A day; empty where none is set. */
export function DayInput({
  value,
  onChange,
  ...rest
}: Ids & { value: string | null; onChange: (day: string) => void }) {
  return (
    <Input
      {...rest}
      className="edit-day"
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
