/** Something is missing that can't be installed from here; the message says what to do. */
export class SetupError extends Error {}
