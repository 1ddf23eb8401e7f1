export interface KeyGroup {
  title: string;
  keys: readonly { keys: readonly string[]; does: string }[];
}

/** What the help sheet lists. A page with keys of its own adds a group. `mod` is ⌘ on a Mac and Ctrl elsewhere. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: "Everywhere",
    keys: [
      { keys: ["mod", "K"], does: "Find anything, do anything" },
      { keys: ["?"], does: "This list" },
      { keys: ["["], does: "Fold the sidebar" },
      { keys: ["g", "j"], does: "Go to jobs" },
      { keys: ["g", "s"], does: "Go to searches" },
      { keys: ["g", "p"], does: "Go to your profile" },
      { keys: ["g", ","], does: "Go to settings" },
    ],
  },
  {
    title: "Job list",
    keys: [
      { keys: ["j"], does: "Next job" },
      { keys: ["k"], does: "Previous job" },
      { keys: ["s"], does: "Save" },
      { keys: ["x"], does: "Dismiss, with a reason" },
      { keys: ["u"], does: "Undo" },
      { keys: ["/"], does: "Search in the list" },
    ],
  },
];
