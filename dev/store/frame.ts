import type { StorePicture } from "./pictures.ts";

export interface Size {
  width: number;
  height: number;
}

const COLOURS = {
  light: { ground: "#e8edf5", text: "#16181d", muted: "#4a5160", shadow: "rgb(22 24 29 / 18%)" },
  dark: { ground: "#0c0e12", text: "#ecedf0", muted: "#a3a9b4", shadow: "rgb(0 0 0 / 60%)" },
} as const;

/** A document as large as its window: words at its begin, and the picture of the page beside them. */
export function framed(
  { title, text, scheme }: StorePicture,
  shown: Size,
  icon: string,
  page: string,
): string {
  const { ground, text: ink, muted, shadow } = COLOURS[scheme];
  return `<!doctype html><style>
    body { margin: 0; block-size: 100vh; box-sizing: border-box; padding-inline: 72px; display: flex; gap: 64px;
      align-items: center; justify-content: space-between; font-family: system-ui; background: ${ground}; color: ${ink} }
    h1 { margin: 24px 0 12px; font-size: 40px; line-height: 48px; font-weight: 650; text-wrap: balance }
    p { margin: 0; max-inline-size: 30ch; font-size: 20px; line-height: 30px; color: ${muted}; text-wrap: pretty }
    /* The icon has air around it, which is not to be seen as an indent. */
    .icon { margin-inline-start: -8px }
    .page { flex: none; display: block; border-radius: 12px; box-shadow: 0 16px 48px ${shadow}, 0 0 0 1px ${shadow} }
  </style>
  <div><img class="icon" src="${icon}" width="64" height="64" alt=""><h1>${title}</h1><p>${text}</p></div>
  <img class="page" src="${page}" width="${shown.width}" height="${shown.height}" alt="">`;
}

/** The small tile: what it is called, and what it is for. */
export function tile(icon: string): string {
  const { ground, text, muted } = COLOURS.light;
  return `<!doctype html><style>
    body { margin: 0; block-size: 100vh; display: grid; place-content: center; justify-items: center; gap: 8px;
      font-family: system-ui; background: ${ground}; color: ${text}; text-align: center }
    h1 { margin: 8px 0 0; font-size: 30px; line-height: 36px; font-weight: 650 }
    p { margin: 0; font-size: 17px; line-height: 24px; color: ${muted} }
  </style>
  <img src="${icon}" width="96" height="96" alt=""><h1>Calendar Status</h1><p>for Cal.com</p>`;
}
