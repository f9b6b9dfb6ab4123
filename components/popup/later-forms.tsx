import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import type { SetUpForm } from "../set-up/SetUpForm.tsx";

type Forms = typeof import("../set-up/forms.ts");

let forms: Forms | null = null;

/** Most popups show no form, so that forms are not among what has to be there before anything is drawn. */
export async function loadForms(): Promise<Forms> {
  forms ??= await import("../set-up/forms.ts");
  return forms;
}

export function LaterSetUpForm(props: ComponentProps<typeof SetUpForm>) {
  const loaded = useForms();
  return loaded && <loaded.SetUpForm {...props} />;
}

export function LaterReplaceKeyForm(props: ComponentProps<typeof ReplaceKeyForm>) {
  const loaded = useForms();
  return loaded && <loaded.ReplaceKeyForm {...props} />;
}

export function LaterPinHint() {
  const loaded = useForms();
  return loaded && <loaded.PinHint />;
}

function useForms(): Forms | null {
  const [loaded, setLoaded] = useState(forms);
  useEffect(() => {
    if (!loaded) loadForms().then(setLoaded);
  }, [loaded]);
  return loaded;
}
