import type { FailedObservation, RejectedObservation } from "./observation.ts";

/** Who a key belongs to: the part of `GET /v2/me` that people recognise themselves by. */
export interface Me {
  id: number;
  username: string | null;
  email: string | null;
  name: string | null;
}

export interface MeFailure extends FailedObservation {
  /** Whether the answer was JSON, which a web page and the text of a proxy are not; absent where nothing answered. */
  isJson?: boolean;
}

export type MeResult = { kind: "me"; me: Me } | RejectedObservation | MeFailure;
