import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';

/** The readers' half of the bench of the public site: opens pages without a pause and sends back how long each took. */
interface Order {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly readers: number;
  readonly seconds: number;
}

const ADDRESSES = 60_000;

/** Every page comes from an address of its own, as those of different readers do: limits are not what is measured. */
const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

function read(url: string, address: string, agent: Agent): Promise<boolean> {
  return new Promise((done) => {
    get(url, { agent, headers: { 'x-forwarded-for': address, 'accept-encoding': 'gzip' } }, (answer) => {
      answer.on('data', () => undefined);
      answer.once('end', () => done(answer.statusCode === 200));
      answer.once('error', () => done(false));
    }).once('error', () => done(false));
  });
}

process.once('message', async ({ origin, paths, readers, seconds }: Order) => {
  const agent = new Agent({ keepAlive: true, maxSockets: readers });
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  let errors = 0;
  let pages = 0;
  const work = async (reader: number) => {
    for (let at = reader; performance.now() < until; at++) {
      const started = performance.now();
      const ok = await read(origin + (paths[at % paths.length] as string), addressOf(pages++ % ADDRESSES), agent);
      if (ok) took.push(performance.now() - started);
      else errors++;
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => work(reader)));
  process.send?.({ took, errors });
  agent.destroy();
});
