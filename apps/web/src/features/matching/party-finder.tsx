import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';

interface FinderProps {
  readonly mentionName: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSame: (party: { id: string; name: string }) => void;
}

/** Says that a mention is an enterprise the engine did not propose. */
export function PartyFinder({ mentionName, open, onClose, onSame }: FinderProps) {
  const { t, i18n } = useTranslation(['matching', 'common', 'labels']);
  const [text, setText] = useState('');
  const [settled, setSettled] = useState('');
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['party-finder', settled, i18n.language],
    queryFn: ({ signal }) => api.listParties({ query: { q: settled, pageSize: 20 } }, signal),
    enabled: open && settled !== '',
  });
  const parties = found.data?.items ?? [];
  const party = parties.find((one) => one.id === chosen);
  const close = () => {
    setChosen(undefined);
    setText('');
    onClose();
  };
  return (
    <Modal
      open={open}
      title={t('find.title', { name: mentionName })}
      onCancel={close}
      okText={t('find.same')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: !party }}
      onOk={() => {
        if (party) onSame({ id: party.id, name: party.name });
        close();
      }}
      destroyOnHidden
    >
      <p className="soft" style={{ marginBottom: 8 }}>
        {t('find.text')}
      </p>
      <Select
        autoFocus
        style={{ width: '100%' }}
        value={chosen}
        onChange={setChosen}
        showSearch={{ filterOption: false, onSearch: setText }}
        placeholder={t('find.placeholder')}
        aria-label={t('find.placeholder')}
        loading={found.isFetching}
        notFoundContent={settled === '' ? t('find.type') : found.isFetching ? t('find.searching') : t('find.none')}
        options={parties.map((one) => ({
          value: one.id,
          label: [one.name, one.town, one.uscc].filter(Boolean).join(' · '),
        }))}
      />
    </Modal>
  );
}
