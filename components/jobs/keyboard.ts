/** False while someone types, a dialog or menu is open, or a modifier other than Shift is held. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return false;
  if (document.querySelector("[data-state='open']:is([role='dialog'], [role='menu']), :popover-open")) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target instanceof HTMLInputElement) return ["checkbox", "radio", "button"].includes(target.type);
  return !target.isContentEditable && !["TEXTAREA", "SELECT"].includes(target.tagName);
}
