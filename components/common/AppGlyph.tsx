import "./app-glyph.css";

/** Own drawings on a grid of 20, one for each kind of calendar app. */
const GLYPHS = {
  google: "M4 4h12v12H4zM4 8h12M8.2 10.2h1.7v3.6M12.6 10.2v3.6M7.9 13.8h2",
  outlook:
    "M11 5h6v10h-6M11 8l3 2.2L17 8M3 5.5l8-1.5v12l-8-1.5zM5.2 10a1.8 2.3 0 1 0 3.6 0 1.8 2.3 0 1 0-3.6 0",
  apple:
    "M10 7c1-1 2-1.2 3-1.1 1.4.1 2.4.9 2.9 1.7-2.2 1.4-1.8 4.3.5 5.2-.7 2-2.1 4.2-3.6 4.2-1.1 0-1.5-.7-2.8-.7s-1.7.7-2.8.7C5.5 17 3.6 13.3 3.6 10.5 3.6 7.7 5.4 6 7.3 6c1.1 0 1.9.400 2.7 1M10 5.8C10 4.2 11 3 12.5 2.7",
  caldav:
    "M4 6a6 2.5 0 1 0 12 0 6 2.5 0 1 0-12 0v8c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5V6M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5",
  feed: "M4.5 9.5a6 6 0 0 1 6 6M4.5 4.5a11 11 0 0 1 11 11M5.5 14.4v.1",
  exchange: "M3.5 7.5h11M11.5 4.5l3 3-3 3M16.5 13h-11M8.5 10l-3 3 3 3",
  calendar: "M4 5h12v11H4zM4 8.5h12M7.5 3.5V6M12.5 3.5V6",
} as const;

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
  return (
    <svg
      class={`app-glyph app-${glyph ?? "calendar"}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={GLYPHS[glyph ?? "calendar"]} />
    </svg>
  );
}
