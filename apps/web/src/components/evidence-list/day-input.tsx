import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  readonly id?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string | undefined;
  /** `2026-11-20`, or `2026-11-20T14:05` with a time; empty for none. */
  readonly value: string;
  readonly withTime?: boolean;
  readonly onChange: (text: string) => void;
}

/** A day, or a day with its time, as text of the district's clock. */
export function DayInput({ value, withTime = false, onChange, ...ids }: Props) {
  return (
    <DatePicker
      {...ids}
      style={{ width: '100%' }}
      value={value === '' ? null : dayjs(value)}
      {...(withTime ? { showTime: { format: 'HH:mm' }, format: 'YYYY-MM-DD HH:mm' } : {})}
      onChange={(day) => onChange(day?.format(withTime ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD') ?? '')}
    />
  );
}
