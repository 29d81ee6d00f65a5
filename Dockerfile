# One image, two processes: `http.ts` serves, `worker.ts` works (see compose.yaml). PostgreSQL is elsewhere: DATABASE_URL.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/server/package.json apps/server/
COPY apps/server/bin apps/server/bin
COPY apps/web/package.json apps/web/
COPY packages/calendar/package.json packages/calendar/
COPY packages/contract/package.json packages/contract/
COPY packages/identifiers/package.json packages/identifiers/
COPY packages/matching/package.json packages/matching/
COPY law/package.json law/
COPY jurisdictions/wujiang/package.json jurisdictions/wujiang/
RUN npm install --ignore-scripts --no-audit --no-fund
COPY . .
# Builds the console into apps/web/dist with the packed copies the server hands out.
RUN node --disable-warning=ExperimentalWarning --input-type=module \
    -e "import('./apps/server/src/build-web.ts').then((m) => m.buildWebIfStale(console.log))" \
 && npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production JINCE_MODE=production JINCE_DATA_DIR=/data PORT=8686 \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning
WORKDIR /app
COPY --from=build --chown=root:root /app ./
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 8686
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8686/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/src/http.ts"]
