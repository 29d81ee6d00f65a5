import { App } from 'antd';
import type { ReactNode } from 'react';

/** Gives a page `App.useApp()`: messages, notifications and confirmations in the console's theme and language. */
export function AppHost({ children }: { children: ReactNode }) {
  return (
    <App message={{ maxCount: 3 }} component={false}>
      {children}
    </App>
  );
}
