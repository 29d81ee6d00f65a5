import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const lines = [
  [['1', '…', '5'], 'choose'],
  [['S', 'Enter'], 'same'],
  [['N'], 'notSame'],
  [['Shift', 'N'], 'noneOfThem'],
  [['U'], 'unsure'],
  [['J', 'K'], 'move'],
  [['Z'], 'undo'],
  [['F'], 'find'],
  [['?'], 'help'],
] as const;

/** Every key of the desk. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('matching');
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={460}>
      <dl className="key-help">
        {lines.map(([keys, name]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{t('keys.note')}</p>
    </Modal>
  );
}
