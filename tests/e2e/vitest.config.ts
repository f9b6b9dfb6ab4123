import { browserTests } from "../browser-tests.ts";
import { E2E } from "./stories.ts";

export default browserTests(E2E);
