import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './descriptions.css';

export interface DescriptionItem {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
  /** Field name in the sources; the mark beside the value opens them. */
  readonly field?: string;
  readonly wide?: boolean;
}

interface DescriptionsProps {
  readonly items: readonly DescriptionItem[];
  readonly onSource?: (field: string) => void;
}

/** Labelled fields of a record, each with a mark that opens where its value came from. */
export function Descriptions({ items, onSource }: DescriptionsProps) {
  const { t } = useTranslation();
  return (
    <dl className="descriptions">
      {items.map((item) => {
        const empty = item.value === null || item.value === undefined || item.value === '';
        return (
          <div key={item.key} className={item.wide ? 'wide' : undefined}>
            <dt>{item.label}</dt>
            <dd>
              {empty ? <span className="muted">—</span> : <span>{item.value}</span>}
              {item.field && onSource && !empty && (
                <button
                  type="button"
                  className="source-mark no-print"
                  title={t('source.open')}
                  aria-label={`${item.label} ${t('source.open')}`}
                  onClick={() => onSource(item.field as string)}
                />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
