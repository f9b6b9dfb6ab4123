import { t } from "../../utils/copy/i18n.ts";
import { type Part, partsWith } from "./parts.ts";
import "./side-bar.css";

interface Props {
  /** The one that is shown. */
  part: Part;
  accounts: number;
}

/** What the page is, and the ways to its parts: beside them, and above them where there is little room. */
export function SideBar({ part, accounts }: Props) {
  return (
    <header class="side">
      <h1>
        <img src="/icon/48.png" alt="" width={24} height={24} />
        <span>{t("extShortName")}</span>
        <span class="visually-hidden">{t("options.heading")}</span>
      </h1>
      <nav aria-label={t("options.heading")}>
        <ul>
          {partsWith(accounts).map((one) => (
            <li key={one}>
              <a href={`#${one}`} aria-current={one === part ? "page" : undefined}>
                {t(`options.part.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
