export { ReplaceKeyForm } from "./ReplaceKeyForm.tsx";
