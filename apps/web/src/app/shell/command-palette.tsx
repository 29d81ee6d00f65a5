import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { KeyHint } from '../../components/key-hint.tsx';
import { chapters } from '../../config/navigation.ts';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { isBuilt } from '../../lib/built-pages.ts';
import { describeError } from '../../lib/describe-error.ts';
import { can, useMe } from '../../lib/meta.ts';
import './command-palette.css';

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  readonly why: string;
  readonly href: string;
  readonly group: string;
}

function usePageEntries(text: string): Entry[] {
  const { t } = useTranslation('shell');
  const me = useMe();
  const wanted = text.trim().toLowerCase();
  return chapters.flatMap((chapter) =>
    chapter.items
      .filter((item) => isBuilt(item.path) && can(me, item.permission))
      .map((item) => ({
        key: `page:${item.key}`,
        title: t(`item.${item.key}`),
        subtitle: t(`chapter.${chapter.key}`),
        why: '',
        href: item.path,
        group: t('palette.pages'),
      }))
      .filter(
        (entry) => wanted === '' || `${entry.title} ${entry.subtitle} ${entry.href}`.toLowerCase().includes(wanted),
      ),
  );
}

/** Waits until typing pauses, so that each key is not a request. */
function usePause(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

function useHitEntries(text: string) {
  const { t } = useTranslation('shell');
  const me = useMe();
  const q = usePause(text.trim(), 120);
  const search = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.search({ query: { q, limit: 12 } }, signal),
    enabled: q.length > 0 && can(me, permissions.search),
    placeholderData: keepPreviousData,
  });
  const hits: Entry[] =
    q === ''
      ? []
      : (search.data?.hits ?? []).map((hit) => ({
          key: `${hit.kind}:${hit.id}`,
          title: hit.title,
          subtitle: hit.subtitle,
          why: hit.why,
          href: hit.href,
          group: t(`palette.kind.${hit.kind}`, { defaultValue: t('palette.records') }),
        }));
  return { hits, error: search.error, pending: search.isFetching || q !== text.trim() };
}

function Results({ entries, active, choose }: { entries: Entry[]; active: number; choose: (entry: Entry) => void }) {
  return (
    <div id="palette-list" role="listbox" className="palette-list">
      {entries.map((entry, index) => (
        <div key={entry.key}>
          {entry.group !== entries[index - 1]?.group && <div className="palette-group">{entry.group}</div>}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the input above owns the keyboard (aria-activedescendant) */}
          <div
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className="palette-entry"
            ref={(node) => {
              if (index === active) node?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => choose(entry)}
          >
            <b>{entry.title}</b>
            <span>{entry.subtitle}</span>
            {entry.why && <small>{entry.why}</small>}
          </div>
        </div>
      ))}
    </div>
  );
}

/** Find anything by name, number, pinyin or initials; go to any page. Opened with Ctrl/Cmd-K. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['shell', 'common']);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const pages = usePageEntries(useDeferredValue(text));
  const { hits, error, pending } = useHitEntries(text);
  const entries = [...hits, ...pages];
  useEffect(() => {
    // Not closed on clean-up: removing the element does that, and closing would call onClose once more.
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    navigate(entry.href);
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((before) => (before + step + entries.length) % Math.max(entries.length, 1));
    } else if (event.key === 'Enter') choose(entries[active]);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is for the backdrop
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('search')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={`palette-${active}`}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={keys}
      />
      {error ? <div className="palette-note late">{describeError(error, t).title}</div> : null}
      {entries.length === 0 && !pending && <div className="palette-note">{t('palette.nothing', { text })}</div>}
      <Results entries={entries} active={active} choose={choose} />
      <footer>
        <KeyHint keys={['↑', '↓']} label={t('palette.move')} />
        <KeyHint keys={['Enter']} label={t('palette.open')} />
        <KeyHint keys={['Esc']} label={t('palette.close')} />
      </footer>
    </dialog>
  );
}
