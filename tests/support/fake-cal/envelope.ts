const REASONS: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  500: "Internal Server Error",
};

const CLASSES: Record<number, string> = {
  400: "BadRequestException",
  401: "UnauthorizedException",
  403: "ForbiddenException",
  404: "NotFoundException",
  500: "InternalServerErrorException",
};

/** An error that is answered in Cal.com's envelope. `details` may be an object, a string, or left out. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: unknown;

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** One field of a request body or query that failed validation; it echoes what was sent. */
export interface FieldError {
  target: unknown;
  value: unknown;
  property: string;
  constraints: Record<string, string>;
}

/** An HTTP exception: 400, 401, 403, 404 or 500 with the class name as its code. */
export function httpError(status: 400 | 401 | 403 | 404 | 500, message: string): ApiError {
  const details = { message, error: REASONS[status], statusCode: status };
  return new ApiError(status, CLASSES[status] ?? "HttpException", message, details);
}

/** A 400 whose `details.error` says something else than the status, as for an unknown calendar type. */
export function badRequestWith(message: string, error: string): ApiError {
  return new ApiError(400, "BadRequestException", message, { message, error, statusCode: 400 });
}

export function validationError(errors: FieldError[]): ApiError {
  const shown = errors.map(({ target, value, property, constraints }) => ({
    target,
    value,
    property,
    children: [],
    constraints,
  }));
  return new ApiError(400, "BadRequestException", "Bad Request Exception", { errors: shown });
}

export function throttlerError(): ApiError {
  const message = "CustomThrottlerGuard - Too many requests. Please try again later.";
  return new ApiError(429, "ThrottlerException", message, message);
}

/** An expired managed-user token: its own status, and a string for details. */
export function tokenExpiredError(): ApiError {
  const message = "ACCESS_TOKEN_IS_EXPIRED";
  return new ApiError(498, "TokenExpiredException", message, message);
}

/** What a database failure becomes: a constant as code, and no details. */
export function databaseError(): ApiError {
  return new ApiError(500, "INTERNAL_SERVER_ERROR", "There was an error, please try again later.");
}

/** An exception that nobody caught, as servers answered it before they left it to Nest. */
export function unhandledError(): ApiError {
  return new ApiError(500, "INTERNAL_SERVER_ERROR", "Internal server error.");
}

/** A row that was gone when the database was to change it. */
export function recordNotFoundError(): ApiError {
  return new ApiError(404, "NOT_FOUND", "Invalid Query: The requested record was not found.");
}

/** A row that was to name another which does not exist. */
export function foreignKeyError(): ApiError {
  return new ApiError(400, "BAD_REQUEST", "Invalid input: The referenced data does not exist.");
}

/** The body of an error answer for the path that was asked for. */
export function errorBody(error: ApiError, path: string): Record<string, unknown> {
  return {
    status: "error",
    timestamp: new Date().toISOString(),
    path,
    error: {
      code: error.code,
      message: error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  };
}
