import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '../../components/status-tag.tsx';
import { formatExact } from '../../lib/format.ts';
import { deskPageSize, type Mention, shareText, type Verdict } from './matching-query.ts';

interface ListProps {
  readonly items: readonly Mention[];
  readonly total: number;
  readonly page: number;
  readonly openId: string | undefined;
  readonly q: string | undefined;
  readonly said: ReadonlyMap<string, Verdict>;
  readonly onOpen: (id: string) => void;
  readonly onPage: (page: number) => void;
  readonly onSearch: (q: string | undefined) => void;
}

function Search({ q, onSearch }: Pick<ListProps, 'q' | 'onSearch'>) {
  const { t } = useTranslation('matching');
  const [text, setText] = useState(q ?? '');
  useEffect(() => setText(q ?? ''), [q]);
  return (
    <Input.Search
      value={text}
      allowClear
      maxLength={100}
      placeholder={t('searchMention')}
      aria-label={t('searchMention')}
      onChange={(event) => setText(event.target.value)}
      onSearch={(value) => onSearch(value.trim() || undefined)}
    />
  );
}

/** The mentions of one decision, in the order they are walked. */
export function MentionList({ items, total, page, openId, q, said, onOpen, onPage, onSearch }: ListProps) {
  const { t } = useTranslation('matching');
  const open = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the open entry is brought into view whenever it changes
  useEffect(() => {
    const node = open.current;
    const box = node?.closest('ul');
    if (!node || !box) return;
    const top = node.offsetTop - box.offsetTop;
    if (top < box.scrollTop || top + node.offsetHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = top - box.clientHeight / 3;
    }
    const left = node.offsetLeft - box.offsetLeft;
    if (box.scrollWidth > box.clientWidth) box.scrollLeft = left - 16;
  }, [openId]);
  const pages = Math.ceil(total / deskPageSize);
  return (
    <nav className="panel mention-list" aria-label={t('list')}>
      <div className="mention-search">
        <Search q={q} onSearch={onSearch} />
      </div>
      <ul>
        {items.map((item) => {
          const verdict = said.get(item.id);
          return (
            <li key={item.id}>
              <button
                type="button"
                ref={item.id === openId ? open : undefined}
                className={verdict ? 'said' : undefined}
                aria-current={item.id === openId ? 'true' : undefined}
                onClick={() => onOpen(item.id)}
              >
                <b>{item.name}</b>
                <span>
                  {verdict ? (
                    <StatusTag tone={verdict === 'same' ? 'good' : 'plain'}>{t(`verdict.${verdict}`)}</StatusTag>
                  ) : (
                    <>
                      {item.decision === 'person' ? item.party?.name : shareText(item.score)}
                      {item.usedBy.patents + item.usedBy.trademarks + item.usedBy.lists > 0 &&
                        ` · ${t('uses', { total: formatExact(item.usedBy.patents + item.usedBy.trademarks + item.usedBy.lists) })}`}
                    </>
                  )}
                </span>
              </button>
            </li>
          );
        })}
        {items.length === 0 && <li className="muted mention-none">{t('listEmpty')}</li>}
      </ul>
      {pages > 1 && (
        <div className="mention-pages">
          <Button size="small" type="text" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            {t('pagePrevious')}
          </Button>
          <span>{t('pageOf', { page, pages })}</span>
          <Button size="small" type="text" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            {t('pageNext')}
          </Button>
        </div>
      )}
    </nav>
  );
}
