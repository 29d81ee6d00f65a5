/** Rows kept on this device under a key; survives reloads where the browser allows it. */
export interface DeviceTable<Row> {
  get(key: string): Promise<Row | undefined>;
  all(): Promise<Row[]>;
  put(row: Row): Promise<void>;
  /** Reads and writes in one step; nothing is written when `change` gives undefined or the row is not there. */
  update(key: string, change: (row: Row) => Row | undefined): Promise<Row | undefined>;
  delete(key: string): Promise<void>;
}

const DATABASE = 'jince';
const VERSION = 3;
/** Table → its key. */
const TABLES = { drafts: 'id', kept: 'key', census: 'id', inspections: 'id' } as const;
type TableName = keyof typeof TABLES;

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const [name, keyPath] of Object.entries(TABLES))
        if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath });
    };
    request.onsuccess = () => {
      // A window of a newer version of the console is not held up by this one.
      request.result.onversionchange = () => {
        request.result.close();
        opening = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Rejects where the browser forbids storage (private windows, policy). */
export function deviceTable<Row extends object>(name: TableName): DeviceTable<Row> {
  const keyPath = TABLES[name];
  const store = async (mode: IDBTransactionMode) => (await open()).transaction(name, mode).objectStore(name);
  return {
    get: async (key) => (await answerOf((await store('readonly')).get(key))) as Row | undefined,
    all: async () => (await answerOf((await store('readonly')).getAll())) as Row[],
    put: async (row) => {
      await answerOf((await store('readwrite')).put(row));
    },
    update: async (key, change) => {
      const table = await store('readwrite');
      const row = (await answerOf(table.get(key))) as Row | undefined;
      const next = row === undefined ? undefined : change(row);
      if (next === undefined) return undefined;
      if ((next as Record<string, unknown>)[keyPath] !== key) throw new Error('a row keeps its key');
      await answerOf(table.put(next));
      return next;
    },
    delete: async (key) => {
      await answerOf((await store('readwrite')).delete(key));
    },
  };
}

/** The same in memory, for tests. */
export function memoryTable<Row extends object>(keyOf: (row: Row) => string): DeviceTable<Row> {
  const rows = new Map<string, Row>();
  return {
    get: async (key) => rows.get(key),
    all: async () => [...rows.values()],
    put: async (row) => {
      rows.set(keyOf(row), row);
    },
    update: async (key, change) => {
      const row = rows.get(key);
      const next = row === undefined ? undefined : change(row);
      if (next !== undefined) rows.set(key, next);
      return next;
    },
    delete: async (key) => {
      rows.delete(key);
    },
  };
}
