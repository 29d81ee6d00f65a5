import { type Services, systemContext } from './context/context.ts';
import type { ModuleDefinition } from './module.ts';

/** Lets modules load what their first answer would otherwise wait for. */
export async function warmUp(services: Services, modules: readonly ModuleDefinition[]): Promise<void> {
  const ctx = systemContext(services, 'warm-up');
  for (const module of modules) await module.warmUp?.(ctx);
}
