/** One question about the sources. `run` answers with the complaints; none means passed. */
export interface Step {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<readonly string[]>;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

async function runStep(step: Step): Promise<StepResult> {
  const started = performance.now();
  const complaints = await step.run().catch((error: unknown) => [String(error)]);
  const seconds = (performance.now() - started) / 1000;
  const ok = complaints.length === 0;
  process.stdout.write(
    `${ok ? '✓' : '✗'} ${step.name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s  ${step.about}\n`,
  );
  for (const complaint of complaints) process.stdout.write(`    ${complaint.trimEnd().replaceAll('\n', '\n    ')}\n`);
  return { name: step.name, ok, seconds };
}

/** Runs the steps, `width` at a time, and prints one line for each as it ends, with its complaints below. */
export async function runSteps(steps: readonly Step[], width: number): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) results.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: Math.min(width, steps.length) }, lane));
  return results;
}
