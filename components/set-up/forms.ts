export { PinHint } from "./PinHint.tsx";
export { ReplaceKeyForm } from "./ReplaceKeyForm.tsx";
export { SetUpForm } from "./SetUpForm.tsx";
