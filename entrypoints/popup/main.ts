import { startPopup } from "../../components/popup/start-popup.tsx";

startPopup();
