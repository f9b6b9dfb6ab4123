/** Where the pictures are; those of Firefox in a folder of their own in it. */
export const FOLDER = "screenshots/gallery";
