import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import './page-tabs.css';

export interface PageTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  /** The module behind it does not exist yet. */
  readonly notBuilt?: boolean;
  readonly render: () => ReactNode;
}

/** Tabs of a record; the open one is in the address. */
export function PageTabs({ tabs, label }: { tabs: readonly PageTab[]; label: string }) {
  const { t } = useTranslation('shell');
  const [params, setParams] = useSearchParams();
  const open = tabs.find((tab) => tab.key === params.get('tab')) ?? tabs[0];
  if (!open) return null;
  const choose = (key: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (key === tabs[0]?.key) next.delete('tab');
        else next.set('tab', key);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const keys = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(open) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    choose(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <>
      <div className="page-tabs no-print" role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`tab-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls="tab-panel"
            tabIndex={tab === open ? 0 : -1}
            className={tab.notBuilt ? 'unbuilt' : undefined}
            title={tab.notBuilt ? t('notBuilt') : undefined}
            onClick={() => choose(tab.key)}
            onKeyDown={keys}
          >
            {tab.label}
            {tab.count !== undefined && ` ${tab.count}`}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${open.key}`}>
        {open.render()}
      </div>
    </>
  );
}
