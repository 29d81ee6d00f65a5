import type { PolicyItemDocument } from '@jince/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';

/** A code no item has yet. */
function freeCode(items: readonly PolicyItemDocument[]): string {
  let n = items.length + 1;
  while (items.some((item) => item.code === `item-${n}`)) n += 1;
  return `item-${n}`;
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = list.filter((_, index) => index !== from);
  next.splice(to, 0, list[from] as T);
  return next;
}

/** The items in the order of the text, with what the rules behind them say; each opens in a drawer. */
export function EditItems({ editor, onOpen }: { editor: PolicyEditor; onOpen: (at: number) => void }) {
  const { t } = useTranslation('policies');
  const { items } = editor.document;
  const write = (next: readonly PolicyItemDocument[]) => editor.write({ items: [...next] });
  const add = () => {
    const like = items.at(-1) as PolicyItemDocument;
    write([
      ...items,
      { ...like, code: freeCode(items), name: t('edit.newItem'), clause: '', text: '', legacy: false, examples: [] },
    ]);
    onOpen(items.length);
  };
  return (
    <Section title={t('text.contents')} note={t('text.items', { n: items.length })}>
      <ol className="edit-items">
        {items.map((item, at) => {
          const found = editor.check?.findings.filter((one) => one.path.startsWith(`items.${at}.`)) ?? [];
          const missing = editor.check?.problems.filter((one) => one.path.startsWith(`items.${at}.`)) ?? [];
          const blocks = found.filter((one) => one.severity === 'block').length + missing.length;
          return (
            <li key={item.code}>
              <div>
                <button type="button" className="link" onClick={() => onOpen(at)}>
                  {item.name || t('edit.unnamed')}
                </button>
                <small>
                  {item.clause} · {editor.check?.items[at]?.amount ?? t(`trigger.${item.trigger}`)}
                </small>
              </div>
              <span className="edit-item-state">
                {blocks > 0 && <span className="late">✕ {t('findings.blocks', { n: blocks })}</span>}
                {found.length > blocks && blocks === 0 && (
                  <span className="warn">! {t('findings.warnings', { n: found.length })}</span>
                )}
              </span>
              <span className="edit-item-tools">
                <Button
                  size="small"
                  disabled={at === 0}
                  aria-label={t('edit.up', { name: item.name })}
                  onClick={() => write(moved(items, at, at - 1))}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={at === items.length - 1}
                  aria-label={t('edit.down', { name: item.name })}
                  onClick={() => write(moved(items, at, at + 1))}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  disabled={items.length === 1}
                  onClick={() => write(items.filter((_, index) => index !== at))}
                >
                  {t('edit.remove')}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <Button onClick={add}>{t('edit.addItem')}</Button>
    </Section>
  );
}
