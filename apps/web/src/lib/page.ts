import type { ComponentType } from 'react';

/** One page of the console. A feature declares its pages in `features/<name>/pages.ts`; `app/features.ts` lists them. */
export interface PageDeclaration {
  /** Address below the origin, react-router pattern: `/patents/:id`. */
  readonly path: string;
  readonly load: () => Promise<{ Page: ComponentType }>;
  /** Message files the page needs beside `common` and `shell`. */
  readonly messages: readonly string[];
  /** Without it the page shows the no-permission state. */
  readonly permission?: string;
  /** Part of the first load: does without `App.useApp()` (messages, confirmations). */
  readonly light?: boolean;
}
