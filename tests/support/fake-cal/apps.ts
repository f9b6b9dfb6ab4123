/** One app of Cal.com's app store, as far as a calendar answer shows it. */
export interface CalendarApp {
  type: string;
  slug: string;
  dirName: string;
  name: string;
  title: string;
  description: string;
  /** Keys of its own, and with undefined those that it lacks. */
  extras: Record<string, unknown>;
}

/**
 * The calendar apps in the order of Cal.com's registry, which is alphabetical by directory. A user's connections are
 * listed in this order whatever the order they were made in, and the first one decides where bookings fall back to.
 */
export const CALENDAR_APPS: readonly CalendarApp[] = [
  app("apple_calendar", "apple-calendar", "applecalendar", "Apple Calendar", "Calendar by Apple.", {
    isOAuth: false,
  }),
  app("caldav_calendar", "caldav-calendar", "caldavcalendar", "CalDav (Beta)", "Any CalDAV server.", {
    isOAuth: false,
  }),
  app(
    "exchange2013_calendar",
    "exchange2013-calendar",
    "exchange2013calendar",
    "Microsoft Exchange 2013 Calendar",
    "Exchange 2013.",
    { installed: undefined, category: undefined },
  ),
  app(
    "exchange2016_calendar",
    "exchange2016-calendar",
    "exchange2016calendar",
    "Microsoft Exchange 2016 Calendar",
    "Exchange 2016.",
    { installed: undefined, category: undefined },
  ),
  app("exchange_calendar", "exchange", "exchangecalendar", "Microsoft Exchange", "Exchange server.", {
    installed: undefined,
    category: undefined,
  }),
  app("feishu_calendar", "feishu-calendar", "feishucalendar", "Feishu Calendar", "Calendar by Feishu.", {
    category: undefined,
  }),
  app("google_calendar", "google-calendar", "googlecalendar", "Google Calendar", "Calendar by Google.", {
    isOAuth: true,
    delegationCredential: { workspacePlatformSlug: "google" },
  }),
  app("ics-feed_calendar", "ics-feed", "ics-feedcalendar", "ICS Feed", "Read-only ICS feeds.", {
    isTemplate: false,
    isOAuth: false,
    url: undefined,
    installed: undefined,
    category: undefined,
  }),
  app("lark_calendar", "lark-calendar", "larkcalendar", "Lark Calendar", "Calendar by Lark.", {
    category: undefined,
  }),
  app(
    "office365_calendar",
    "office365-calendar",
    "office365calendar",
    "Outlook Calendar",
    "Calendar by Microsoft.",
    { isOAuth: true, installed: undefined },
  ),
  app("zoho_calendar", "zohocalendar", "zohocalendar", "Zoho Calendar", "Calendar by Zoho.", {
    isAuth: true,
  }),
];

/** The app of an integration type, or undefined for a type this server does not know. */
export function appOfType(type: string): CalendarApp | undefined {
  return CALENDAR_APPS.find((candidate) => candidate.type === type);
}

/** What the app is called, or the type itself when this server does not know it. */
export function appName(type: string): string {
  return appOfType(type)?.name ?? type;
}

/** Where the app stands in the registry; unknown apps come last. */
export function registryPosition(type: string): number {
  const index = CALENDAR_APPS.findIndex((candidate) => candidate.type === type);
  return index === -1 ? CALENDAR_APPS.length : index;
}

/** The `integration` object of a connection, with the keys of Cal.com's app metadata. */
export function integrationOf(
  type: string,
): Record<string, unknown> & { type: string; slug: string; title: string } {
  const known = appOfType(type) ?? app(type, type.replaceAll("_", "-"), type.replaceAll("_", ""), type, "");
  return {
    appData: null,
    dirName: known.dirName,
    __template: "",
    name: known.name,
    description: known.description,
    installed: true,
    type: known.type,
    title: known.title,
    variant: "calendar",
    category: "calendar",
    categories: ["calendar"],
    logo: `/app-store/${known.dirName}/icon.svg`,
    publisher: "Cal.com",
    slug: known.slug,
    url: "https://cal.com/",
    email: "help@cal.com",
    locationOption: null,
    ...known.extras,
  };
}

function app(
  type: string,
  slug: string,
  dirName: string,
  name: string,
  description: string,
  extras: Record<string, unknown> = {},
): CalendarApp {
  return { type, slug, dirName, name, title: name, description, extras };
}
