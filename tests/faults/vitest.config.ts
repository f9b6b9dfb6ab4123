import { browserTests } from "../browser-tests.ts";

export default browserTests("tests/faults", {
  onceIsEnough: ["actions", "answers", "mending", "mending-refused"],
});
