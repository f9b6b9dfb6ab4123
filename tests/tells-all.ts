/** Whether every story is told, in every state and in both browsers, and not those alone that `npm test` has the time for. */
export const TELLS_ALL = process.env.EVERY_STORY !== undefined;
