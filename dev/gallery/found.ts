/** Where the pictures of each browser are. */
export const FOLDERS = { chromium: "screenshots/gallery", firefox: "screenshots/gallery/firefox" } as const;

/** What came of taking the pictures of one browser. */
export interface Found {
  folder: string;
  pictures: number;
  /** A line each. */
  faults: string[];
}
