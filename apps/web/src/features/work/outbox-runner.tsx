import { useOutbox } from './use-drafts.ts';

/** Draws nothing: sends kept visits from whatever page of the console is open. */
export default function OutboxRunner() {
  useOutbox();
  return null;
}
