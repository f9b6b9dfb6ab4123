import type { ComponentProps } from "preact";
import type { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import { later } from "./later.ts";
import type { Welcome } from "./Welcome.tsx";

export const welcomePart = later(() => import("./Welcome.tsx"));
export const forms = later(() => import("../set-up/forms.ts"));

export function LaterWelcome(props: ComponentProps<typeof Welcome>) {
  const loaded = welcomePart.useLoaded();
  return loaded && <loaded.Welcome {...props} />;
}

export function LaterReplaceKeyForm(props: ComponentProps<typeof ReplaceKeyForm>) {
  const loaded = forms.useLoaded();
  return loaded && <loaded.ReplaceKeyForm {...props} />;
}

export function LaterPinHint() {
  const loaded = forms.useLoaded();
  return loaded && <loaded.PinHint />;
}
