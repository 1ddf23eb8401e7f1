/** Shared by every boxed control; 16 px on touch screens, where less makes iOS zoom the page. */
export const controlClasses = [
  "w-full min-w-0 rounded-md border border-control bg-surface text-base text-text shadow-xs transition-[border-color,box-shadow] duration-100",
  "hover:border-muted focus-visible:border-ring focus-visible:outline-offset-0",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:opacity-60 [&:is(input,textarea):read-only]:bg-sunken",
  "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger coarse:text-[1rem] dark:bg-background",
].join(" ");
