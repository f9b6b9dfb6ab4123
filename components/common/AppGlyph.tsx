/**
 * A part of a mark: its outline, and the colour it is filled with. A colour that begins with `-` is that of a line; without one it is
 * that of the text. The colours are those of the apps, the same on light and dark.
 */
type Part = readonly [outline: string, colour?: string];

const TILE = "M5.5 2.5h9a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3";

/** Own drawings on a grid of 20, one for each kind of calendar app: told apart by their shapes as well. */
const GLYPHS = {
  google: [
    [TILE, "#4285f4"],
    ["M14 6h3.5v8H14z", "#fbbc04"],
    ["M6 14h8v3.5H6z", "#34a853"],
    ["M14 14h3.5L14 17.5z", "#ea4335"],
    ["M6 6h8v8H6z", "#fff"],
    ["M7.5 8.5c.9-1 2.3-.3 1.9.7q-.2.6-1 .6 1 0 1.2.8c.2 1.2-1.5 1.7-2.3.7M11.2 8.7l1.2-.8v4.2", "-#1967d2"],
  ],
  outlook: [
    ["M8.5 3.5h8a1 1 0 0 1 1 1v4.3h-9z", "#50b7f5"],
    ["M8.5 8.8 13 12l4.5-3.2v6.7a1 1 0 0 1-1 1h-8z", "#1490df"],
    ["M3.5 5.5h7a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1", "#0f5ea8"],
    ["M7 7.7c2.7 0 2.7 4.6 0 4.6s-2.7-4.6 0-4.6", "-#fff"],
  ],
  apple: [
    [
      "M10 7c1.1-.9 2-1.2 3-1.1 1.4.1 2.4.8 3 1.7-2.3 1.4-1.9 4.4.5 5.3-.7 2-2.1 4.3-3.6 4.3-1.1 0-1.5-.7-2.9-.7s-1.8.7-2.9.7c-1.7 0-3.6-3.8-3.6-6.6C3.5 7.7 5.3 6 7.2 6 8.3 6 9.1 6.4 10 7M10 5.4C10 3.6 11.2 2.4 13 2.2c0 1.8-1.2 3.1-3 3.2",
    ],
  ],
  caldav: [
    [TILE, "#5b57c9"],
    [
      "M6 6.7a4 1.7 0 1 0 8 0 4 1.7 0 1 0-8 0v6.6c0 1 1.8 1.8 4 1.8s4-.8 4-1.8V6.7M6 10c0 1 1.8 1.8 4 1.8s4-.8 4-1.8",
      "-#fff",
    ],
  ],
  feed: [
    [TILE, "#d9600f"],
    ["M6 9.5a4.5 4.5 0 0 1 4.5 4.5M6 6a8 8 0 0 1 8 8M6.3 13.7v.1", "-#fff"],
  ],
  exchange: [
    [TILE, "#0a6cc4"],
    ["M5.5 8h8M11.3 5.7 13.6 8l-2.3 2.3M14.5 12h-8M8.7 9.7 6.4 12l2.3 2.3", "-#fff"],
  ],
  calendar: [
    [TILE, "#6b7280"],
    ["M5.8 6.5h8.4v7.7H5.8zM5.8 9h8.4M8 5v2M12 5v2", "-#fff"],
  ],
} as const satisfies Record<string, readonly Part[]>;

const BY_TYPE: Record<string, keyof typeof GLYPHS> = {
  google_calendar: "google",
  office365_calendar: "outlook",
  apple_calendar: "apple",
  caldav_calendar: "caldav",
  "ics-feed_calendar": "feed",
  exchange_calendar: "exchange",
  exchange2013_calendar: "exchange",
  exchange2016_calendar: "exchange",
};

/** The sign of a calendar app. Its name stands beside it. */
export function AppGlyph({ type }: { type: string }) {
  const glyph = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  const parts: readonly Part[] = GLYPHS[glyph ?? "calendar"];
  return (
    <svg class="app-glyph" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {parts.map(([outline, colour = "currentColor"]) =>
        colour[0] === "-" ? (
          <path key={outline} d={outline} fill="none" stroke={colour.slice(1)} />
        ) : (
          <path key={outline} d={outline} fill={colour} />
        ),
      )}
    </svg>
  );
}
