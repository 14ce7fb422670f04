/** No version has this number or carries this label. */

import { NoVersion } from '@/components/history/no-version';

export default function NotFound() {
  return <NoVersion />;
}
