import { t } from "../../../utils/copy/i18n.ts";

/** Says that the page could not be loaded, beside what it has shown until now: nothing of that would answer. */
export function sayNotLoaded(): void {
  const alert = document.createElement("div");
  alert.className = "alert missing";
  alert.setAttribute("role", "alert");
  const sentence = document.createElement("p");
  sentence.textContent = t("part.missing");
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = t("part.loadAgain");
  again.addEventListener("click", () => location.reload());
  alert.append(sentence, again);
  document.body.prepend(alert);
}
