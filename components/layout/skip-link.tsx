export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent px-3 py-2 font-medium text-accent-foreground focus-visible:translate-y-0"
    >
      Skip to content
    </a>
  );
}
