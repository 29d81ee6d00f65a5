import type { Pool } from 'pg';
import Cursor from 'pg-cursor';

const BATCH = 5000;

/** Rows of a query through a server cursor, in batches; other work of this process gets its turn between them. */
export async function* streamRows<R>(pool: Pool, text: string, values: readonly unknown[]): AsyncGenerator<R[]> {
  const client = await pool.connect();
  const cursor = client.query(new Cursor<R>(text, [...values]));
  try {
    for (;;) {
      const rows = await cursor.read(BATCH);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await cursor.close();
    client.release();
  }
}
