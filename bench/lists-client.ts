import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';

/** The client half of the list bench: asks, reads the whole answer, and sends back how long each took. */
interface Order {
  readonly origin: string;
  readonly cookie: string;
  readonly paths: string[];
  readonly concurrent: number;
}

function ask(url: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url}: ${answer.statusCode}`));
      answer.on('data', () => undefined);
      answer.once('end', done);
    }).once('error', fail);
  });
}

process.once('message', async ({ origin, cookie, paths, concurrent }: Order) => {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const took: number[] = [];
  const work = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const started = performance.now();
      await ask(origin + path, cookie, agent);
      took.push(performance.now() - started);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrent }, work));
    process.send?.({ took });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
  agent.destroy();
});
