import type { Span } from "../../core/history/spans.ts";
import { formatTime } from "../format-time.ts";
import { t } from "../i18n.ts";

/**
 * "10:36 – 12:54", in local time; an end on another day has its date, and within one minute there is but one time. Only at the
 * dash a line may break.
 */
export function timeRange({ start, end }: Span): string {
  const [from, to] = [unbroken(formatTime(start, start)), unbroken(formatTime(end, start))];
  return from === to ? from : t("history.span", [from, to]);
}

function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
