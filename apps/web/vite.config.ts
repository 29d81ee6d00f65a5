import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const api = process.env.JINCE_API ?? 'http://127.0.0.1:8686';

/** Names the console's own files in shell.json, so that public/sw.js can keep them for work without network. */
function listShell(): Plugin {
  return {
    name: 'list-shell',
    generateBundle(_options, bundle) {
      // Visits draw no charts, and that library is large.
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !name.includes('/charts-'));
      this.emitFile({ type: 'asset', fileName: 'shell.json', source: JSON.stringify(files.map((name) => `/${name}`)) });
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), listShell()],
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  preview: { port: 4173, proxy: { '/api': { target: api, changeOrigin: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // echarts is one lazy chunk of its own; everything else is measured by the benchmark, not by this warning.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 30 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 30 },
            {
              name: 'data',
              test: /node_modules[\\/](@tanstack|i18next|react-i18next|zod)[\\/]|packages[\\/]contract/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
});
