import { browserTests } from "../browser-tests.ts";
import { FAULTS } from "./stories.ts";

export default browserTests(FAULTS);
