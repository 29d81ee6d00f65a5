import type { AlertItem } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Column } from '../../components/data-table.tsx';
import { formatDay } from '../../lib/format.ts';
import { Due, LevelTag, SubjectLink } from './alert-words.tsx';

function Handled({ item }: { item: AlertItem }) {
  const { t } = useTranslation('alerts');
  if (item.handled === null) return null;
  const { by, at, note, until } = item.handled;
  return (
    <span className="cell-sub alert-handled">
      {until ? t('handledUntil', { by, until }) : t('handledOn', { by, on: formatDay(at) })}
      {note && <> · {note}</>}
    </span>
  );
}

export function useAlertColumns(): Column<AlertItem>[] {
  const { t } = useTranslation('alerts');
  return [
    {
      key: 'subject',
      title: t('column.subject'),
      phone: 'title',
      render: (item) => (
        <>
          <SubjectLink item={item} className="cell-title" />
          {item.party &&
            item.subjectLabel !== item.party &&
            (item.partyId ? (
              <Link className="cell-sub" to={`/enterprises/${item.partyId}`}>
                {item.party}
              </Link>
            ) : (
              <span className="cell-sub">{item.party}</span>
            ))}
        </>
      ),
    },
    {
      key: 'alert',
      title: t('column.alert'),
      phone: 'wide',
      render: (item) => (
        <span className="alert-kind">
          <LevelTag level={item.level} /> <span>{item.label}</span>
        </span>
      ),
    },
    { key: 'due', title: t('column.due'), sort: 'dueOn', phone: 'wide', render: (item) => <Due item={item} /> },
    {
      key: 'action',
      title: t('column.action'),
      phone: 'wide',
      render: (item) => (
        <span className="alert-action">
          {item.text}
          <span className="cell-sub">{item.action}</span>
          <Handled item={item} />
        </span>
      ),
    },
    {
      key: 'town',
      title: t('column.town'),
      phone: 'hide',
      render: (item) => <span className="nowrap">{item.town ?? '—'}</span>,
    },
    { key: 'article', title: t('column.article'), optional: true, render: (item) => item.article },
  ];
}
