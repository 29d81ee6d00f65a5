import { fileURLToPath } from 'node:url';
import * as contract from '@jince/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const api = process.env.JINCE_API ?? 'http://127.0.0.1:8686';
// The public site is drawn by the server.
const proxied = { '^/(api|public)(?=[/?]|$)': { target: api, changeOrigin: false } };

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

/**
 * Builds the console on the addresses and enumerations of the contract alone: its schemas check on the server, and with the
 * library they are made of they would be a sixth of the first load.
 */
function slimContract(): Plugin {
  const addresses = Object.entries(contract.routes as Record<string, contract.RouteShape>).map(
    ([name, { method, path, transport }]) => [
      name,
      { method, path, ...(transport === undefined ? {} : { transport }) },
    ],
  );
  const enumerations = Object.entries(contract).flatMap(([name, value]) => {
    const options = (value as { options?: unknown }).options;
    const isEnumeration = Array.isArray(options) && options.every((one) => typeof one === 'string');
    return isEnumeration ? [`export const ${name} = { options: ${JSON.stringify(options)} };`] : [];
  });
  return {
    name: 'slim-contract',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!/packages[\\/]contract[\\/]src[\\/]index\.ts$/.test(id)) return null;
      const routes = `export const routes = ${JSON.stringify(Object.fromEntries(addresses))};`;
      return [`export * from './client.ts';`, routes, ...enumerations].join('\n');
    },
  };
}

/** The server's choice of entry by address, for development. */
function entryByAddress(): Plugin {
  return {
    name: 'entry-by-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const entry = /^\/(portal)(?=[/?]|$)/.exec(request.url ?? '')?.[1];
        if (entry !== undefined) request.url = `/${entry}.html`;
        next();
      });
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), slimContract(), listShell(), entryByAddress()],
  server: { port: 5173, proxy: proxied },
  preview: { port: 4173, proxy: proxied },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // echarts is one lazy chunk of its own; everything else is measured by the benchmark, not by this warning.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'portal.html'].map((page) => `${root}${page}`),
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
