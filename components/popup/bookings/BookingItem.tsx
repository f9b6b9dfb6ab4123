import { useEffect, useId, useRef, useState } from "preact/hooks";
import { formatSpan } from "../../../utils/copy/format-span.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { reasonSentence } from "../../../utils/copy/reason-sentence.ts";
import type { ActionProblem } from "../../../utils/core/actions/problem.ts";
import type { MissingBooking } from "../../../utils/core/bookings/found.ts";
import { type Asked, askForBookings } from "../../../utils/messaging/ask-for-bookings.ts";
import type { BookingsNews } from "../../../utils/messaging/bookings.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { WebLink } from "../../common/WebLink.tsx";

type Links = Extract<BookingsNews, { type: "links" }>["links"];

/** Where one booking can be added by hand, once that was asked for. */
type Adding =
  | { state: "idle" | "asking" }
  | { state: "known"; links: Links }
  | { state: "refused"; problem: ActionProblem | null };

/** One booking in no calendar: when, what, why, and how it gets there all the same. */
export function BookingItem({ booking, accountId }: { booking: MissingBooking; accountId: string }) {
  const { uid, start, end, url, why } = booking;
  const { adding, ask } = useLinks(accountId, uid);
  const id = useId();
  const title = booking.title ?? t("bookings.untitled");
  const cut = (
    <span class="cut" dir="auto">
      {title}
    </span>
  );
  return (
    <li class="booking">
      <p class="muted small">{formatSpan(start, end, Date.now())}</p>
      <p id={id} class="booking-title" title={title}>
        {url === null ? cut : <WebLink href={url} label={cut} />}
      </p>
      <div class="booking-why">
        <p class="muted small">{t(`bookings.why.${why}`)}</p>
        {adding.state !== "known" && (
          <BusyButton
            busy={adding.state === "asking"}
            busyText={t("bookings.adding")}
            look="quiet"
            describedBy={id}
            onPress={ask}
          >
            {t("bookings.add")}
          </BusyButton>
        )}
      </div>
      {adding.state === "known" && <LinksLine links={adding.links} />}
      {adding.state === "refused" && (
        <p role="alert" class="alert small">
          {adding.problem === null ? t("bookings.ended") : reasonSentence(adding.problem)}
        </p>
      )}
    </li>
  );
}

function LinksLine({ links }: { links: Links }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button is gone, and with it the focus if it had that.
    if (document.activeElement === document.body) place.current?.querySelector("a")?.focus();
  }, []);
  return (
    <p role="status" class="booking-links small" ref={place}>
      {links.length === 0 ? t("bookings.noLinks") : <span class="muted">{t("bookings.addTo")}</span>}
      {links.map(({ label, href }) => (
        <WebLink key={href} href={href} label={label} />
      ))}
    </p>
  );
}

function useLinks(accountId: string, uid: string) {
  const [adding, setAdding] = useState<Adding>({ state: "idle" });
  const asked = useRef<Asked | null>(null);
  useEffect(() => () => asked.current?.leave(), []);

  function ask() {
    setAdding({ state: "asking" });
    asked.current = askForBookings({ type: "links", accountId, uid }, (news) => {
      if (news?.type === "links") setAdding({ state: "known", links: news.links });
      else if (news === null) setAdding({ state: "refused", problem: null });
      else if (news.type === "refused") setAdding({ state: "refused", problem: news.problem });
    });
  }

  return { adding, ask };
}
