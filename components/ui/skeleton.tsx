/** What shape will the content have? A grey bar in its place. */

export function Skeleton({ className }: { className?: string }) {
  return (
    <div aria-hidden="true" className={`animate-pulse rounded-sm bg-line ${className ?? 'h-3 w-full'}`} />
  );
}
