/** The first letter of a workspace's name. */

export function WorkspaceSign({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-5 shrink-0 place-items-center rounded-sm bg-accent text-small font-semibold text-on-accent"
    >
      {[...name.trim()][0]?.toLocaleUpperCase('en') ?? '·'}
    </span>
  );
}
