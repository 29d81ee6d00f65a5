import { ApiError } from '@jince/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // A refusal will be refused again; only a server or network fault is worth another try.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
      // The server may stand in the same house: what the browser thinks of the network outside holds nothing back.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export { queries };

/** Language, theme and server state for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState<Locale>(zhCN as unknown as Locale);
  useEffect(() => {
    if (i18n.language === 'en') {
      import('antd/es/locale/en_US.js').then((module) => {
        dayjs.locale('en');
        setLocale(module.default as unknown as Locale);
      });
    } else {
      dayjs.locale('zh-cn');
      setLocale(zhCN as unknown as Locale);
    }
  }, [i18n.language]);
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
        {children}
      </ConfigProvider>
    </QueryClientProvider>
  );
}
