import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { today } from '../lib/format.ts';
import './as-of.css';

const isDate = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The date a page is asked for, from the address; undefined means today. */
export function useAsOf(): { asOf: string | undefined; setAsOf: (date: string | undefined) => void } {
  const [params, setParams] = useSearchParams();
  const given = params.get('asOf');
  const setAsOf = (date: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (date === undefined || date === today()) next.delete('asOf');
        else next.set('asOf', date);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return { asOf: isDate(given) ? given : undefined, setAsOf };
}

/** Any date, past or future: what stood, or will stand, on that day. */
export function AsOfPicker({
  asOf,
  onChange,
  label,
}: {
  asOf: string | undefined;
  /** What the day is called here; default the day of a status. */
  label?: string;
  onChange: (date: string | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <span className="as-of no-print">
      <span className="muted">{label ?? t('onDate')}</span>
      <DatePicker
        value={dayjs(asOf ?? today())}
        allowClear={false}
        onChange={(day) => onChange(day?.isValid() ? day.format('YYYY-MM-DD') : undefined)}
        aria-label={t('anyDate')}
        presets={[
          { label: t('dates.today'), value: dayjs() },
          { label: t('dates.lastYearEnd'), value: dayjs().subtract(1, 'year').endOf('year') },
          { label: t('dates.yearAgo'), value: dayjs().subtract(1, 'year') },
          { label: t('dates.fiveYearsAgo'), value: dayjs().subtract(5, 'year') },
        ]}
      />
      {asOf && (
        <button type="button" className="link" onClick={() => onChange(undefined)}>
          {t('dates.backToToday')}
        </button>
      )}
    </span>
  );
}
