import { Navigate, useParams } from 'react-router';

/** The address of one mention: the desk with that mention open. */
export function Page() {
  const { id = '' } = useParams();
  return <Navigate to={`/matching?m=${encodeURIComponent(id)}`} replace />;
}
