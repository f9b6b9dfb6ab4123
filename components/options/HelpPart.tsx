import { t } from "../../utils/copy/i18n.ts";
import { extensionVersion } from "../../utils/pages/version.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { WebLink } from "../common/WebLink.tsx";
import { calLinks } from "./cal-links.ts";
import { Diagnostics } from "./Diagnostics.tsx";
import { Row } from "./Row.tsx";
import { PartSection, RowGroup } from "./Section.tsx";
import { SettingsFile } from "./SettingsFile.tsx";

/** What helps when something is wrong, what can be taken along, and what this is. */
export function HelpPart({ stored: { accounts, chosen } }: { stored: Stored }) {
  return (
    <PartSection heading={t("options.part.help")}>
      <RowGroup heading={t("options.help")}>
        <Diagnostics />
        {calLinks(accounts.map(({ account }) => account)).map(({ place, calendars, apiKeys }) => (
          <Row key={place} name={t("options.atCal", [place])}>
            <WebLink href={calendars} label={t("options.calCalendars")} />
            <WebLink href={apiKeys} label={t("options.calKeys")} />
          </Row>
        ))}
      </RowGroup>
      <RowGroup heading={t("options.data")}>
        <SettingsFile chosen={chosen} />
        <Row name={t("options.privacy")} hint={t("options.privacyText")} />
      </RowGroup>
      <RowGroup heading={t("options.about")}>
        <Row name={t("options.version")}>{extensionVersion()}</Row>
      </RowGroup>
    </PartSection>
  );
}
