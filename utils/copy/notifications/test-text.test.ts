import { expect, test } from "vitest";
import { testText } from "./test-text.ts";

test("a test says that it is one, and what a real one would say", () => {
  expect(testText("Outlook")).toEqual({
    title: "This is only a test",
    message: 'A real one says what is wrong, such as "No access to Outlook", and what that does to bookings.',
  });
});
