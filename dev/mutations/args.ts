/** Folders of `utils/core/` whose files are changed, the small ones first; `.` is that folder itself. */
export const FOLDERS = [
  ".",
  "model",
  "schedule",
  "settings",
  "settings/quiet-hours",
  "keep-set-up",
  "actions",
  "bookings",
  "calendars",
  "mending",
  "history",
  "findings/rules",
  "findings/matching",
  "findings",
] as const;

/**
 * The folders that are named, or all of them.
 * @throws with the names there are, for an unknown one
 */
export function readFolders(args: readonly string[]): readonly string[] {
  const unknown = args.filter((arg) => !FOLDERS.some((folder) => folder === arg));
  if (unknown.length > 0) throw new Error(`Usage: npm run mutations [-- FOLDER …], of ${FOLDERS.join(", ")}`);
  return args.length === 0 ? FOLDERS : FOLDERS.filter((folder) => args.includes(folder));
}
