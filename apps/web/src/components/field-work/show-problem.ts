/** Brings the first thing that is wrong with a form before the eyes. */
export function showProblem(form: HTMLFormElement): void {
  form.querySelector('.problem')?.scrollIntoView({ block: 'center' });
}
