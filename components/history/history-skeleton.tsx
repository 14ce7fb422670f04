/** The shape of versions that are on their way. */

import { Skeleton } from '@/components/ui/skeleton';

export function HistorySkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-4 px-2 py-2">
      {[48, 36, 56].map((width) => (
        <div key={width} className="flex gap-3">
          <Skeleton className="size-4" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3 w-44" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  );
}
