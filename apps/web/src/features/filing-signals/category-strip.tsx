import { useTranslation } from 'react-i18next';
import { formatExact } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';

const CODES = ['1', '2', '3', '4', '5', '6', '7', '8', 'agency'];

/** The kinds of article 3 and conduct of agencies, each with how many there are; choosing one narrows the list. */
export function CategoryStrip({
  state,
  counts,
}: {
  state: ListState;
  counts: readonly { code: string; count: number }[];
}) {
  const { t } = useTranslation('filing-signals');
  const chosen = state.filters.category;
  const countOf = (code: string) => counts.find((one) => one.code === code)?.count ?? 0;
  return (
    <fieldset className="category-strip panel">
      <legend className="sr-only">{t('category')}</legend>
      {CODES.map((code) => (
        <button
          key={code}
          type="button"
          aria-pressed={chosen === code}
          className={countOf(code) === 0 ? 'none' : undefined}
          onClick={() => state.set({ category: chosen === code ? undefined : code, kind: undefined })}
        >
          <b>{formatExact(countOf(code))}</b>
          <span>{t(`categoryName.${code}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
