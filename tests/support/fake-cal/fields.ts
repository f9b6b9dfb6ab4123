import { type FieldError, validationError } from "./envelope.ts";

/** A rule for one field: what to say when it does not hold, keyed as class-validator keys it. */
export interface FieldRule {
  property: string;
  optional?: boolean;
  checks: Record<string, { holds: (value: unknown) => boolean; message: string }>;
}

/** The fields of a JSON object, or none of anything else. */
export function fieldsOf(body: unknown): Record<string, unknown> {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
}

/**
 * Checks fields as Cal.com's validation pipe does, all of them before it answers.
 *
 * @throws ApiError 400 that echoes the submitted values
 */
export function validateFields(target: Record<string, unknown>, rules: FieldRule[]): void {
  const errors = rules.flatMap((rule) => fieldErrors(target, rule));
  if (errors.length > 0) {
    throw validationError(errors);
  }
}

function fieldErrors(target: Record<string, unknown>, rule: FieldRule): FieldError[] {
  const value = target[rule.property];
  if (rule.optional && value === undefined) {
    return [];
  }
  const failed = Object.entries(rule.checks).filter(([, check]) => !check.holds(value));
  const constraints = Object.fromEntries(failed.map(([name, check]) => [name, check.message]));
  return failed.length === 0 ? [] : [{ target, value, property: rule.property, constraints }];
}

export function stringRule(property: string): FieldRule {
  return {
    property,
    checks: {
      isString: { holds: (value) => typeof value === "string", message: `${property} must be a string` },
    },
  };
}

export function optionalStringRule(property: string): FieldRule {
  return { ...stringRule(property), optional: true };
}

export function integerRule(property: string): FieldRule {
  const message = `${property} must be an integer number`;
  return { property, checks: { isInt: { holds: (value) => Number.isInteger(value), message } } };
}

export function dateRule(property: string): FieldRule {
  const isDate = (value: unknown) => typeof value === "string" && !Number.isNaN(Date.parse(value));
  const message = `${property} must be a valid ISO 8601 date string`;
  return { property, checks: { isDateString: { holds: isDate, message } } };
}
