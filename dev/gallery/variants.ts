/** One way to look at a page. */
export interface Variant {
  name: string;
  scheme: "light" | "dark";
  /** Of the window, in px. */
  width: number;
  /** Of the text, in percent of the browser's usual size. */
  textPercent: number;
  direction: "ltr" | "rtl";
  /** Whether what is folded away is opened. */
  isUnfolded: boolean;
}

const USUAL: Omit<Variant, "name"> = {
  scheme: "light",
  width: 380,
  textPercent: 100,
  direction: "ltr",
  isUnfolded: false,
};

export const POPUP_VARIANTS: readonly Variant[] = [
  { ...USUAL, name: "light" },
  { ...USUAL, name: "dark", scheme: "dark" },
  { ...USUAL, name: "narrow", width: 320 },
  { ...USUAL, name: "large-text", textPercent: 200 },
  { ...USUAL, name: "rtl", direction: "rtl" },
  { ...USUAL, name: "unfolded", isUnfolded: true },
];

export const OPTIONS_VARIANTS: readonly Variant[] = POPUP_VARIANTS.map((look) =>
  look.width === 380 ? { ...look, width: 800 } : look,
);
