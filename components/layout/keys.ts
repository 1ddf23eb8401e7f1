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
      { keys: ["o"], does: "Open it on a page of its own" },
      { keys: ["s"], does: "Save" },
      { keys: ["x"], does: "Dismiss, with a reason" },
      { keys: ["u"], does: "Undo" },
      { keys: ["a"], does: "Apply on the employer's page" },
      { keys: ["v"], does: "Select, for several at once" },
      { keys: ["Shift J"], does: "Select downwards" },
      { keys: ["Shift K"], does: "Select upwards" },
      { keys: ["Esc"], does: "Clear the selection" },
      { keys: ["/"], does: "Search in the list" },
    ],
  },
];
