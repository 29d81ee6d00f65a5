import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startI18n } from '../lib/i18n.ts';
import { Providers } from './providers.tsx';
import '../styles/base.css';

/** Draws one of the entries into its page. */
export async function mount(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  await startI18n();
  const place = document.getElementById('root');
  if (!place) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <Suspense fallback={null}>
        <Providers>
          <RouterProvider router={router} />
        </Providers>
      </Suspense>
    </StrictMode>,
  );
}
