import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/meta.ts';

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

/** What holds for every page: demo data, and the network being away. */
export function Notices() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <>
      {me.district.demo && (
        <div className="demo-mark" role="note">
          <b>{t('demo.mark')}</b>
          <span>{t('demo.text')}</span>
        </div>
      )}
      <div aria-live="polite">
        {!online && (
          <div className="offline-mark">
            <b>{t('offline.title')}</b>
            <span>{t('offline.text')}</span>
          </div>
        )}
      </div>
    </>
  );
}
