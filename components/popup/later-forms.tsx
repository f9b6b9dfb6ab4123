import type { ComponentProps } from "preact";
import type { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import type { SetUpForm } from "../set-up/SetUpForm.tsx";
import { later } from "./later.ts";

export const forms = later(() => import("../set-up/forms.ts"));

export function LaterSetUpForm(props: ComponentProps<typeof SetUpForm>) {
  const loaded = forms.useLoaded();
  return loaded && <loaded.SetUpForm {...props} />;
}

export function LaterReplaceKeyForm(props: ComponentProps<typeof ReplaceKeyForm>) {
  const loaded = forms.useLoaded();
  return loaded && <loaded.ReplaceKeyForm {...props} />;
}

export function LaterPinHint() {
  const loaded = forms.useLoaded();
  return loaded && <loaded.PinHint />;
}
