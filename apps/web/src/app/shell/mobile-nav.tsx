import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavMap } from './nav-map.tsx';

/** The whole map of the console on a phone. */
export default function MobileNav({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Drawer open placement="left" size={300} onClose={onClose} title={t('product')} styles={{ body: { padding: 0 } }}>
      <NavMap />
    </Drawer>
  );
}
