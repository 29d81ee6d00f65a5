import { useQueryClient } from '@tanstack/react-query';

const moved = ['claim', 'claim-check', 'claims', 'file', 'files', 'notices', 'publicity', 'objections'];

/** What is asked for again once an objection was registered or answered: the claim's file moves with it. */
export function useObjectionChange() {
  const queries = useQueryClient();
  return () => {
    for (const key of moved) void queries.invalidateQueries({ queryKey: [key] });
  };
}
