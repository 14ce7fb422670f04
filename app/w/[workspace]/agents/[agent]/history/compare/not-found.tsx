/** One of two versions is not there. */

import { NoVersion } from '@/components/history/no-version';

export default function NotFound() {
  return <NoVersion compare />;
}
