import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { bits, boolean, element, integer, octets, oid, sequence, set, utcTime, utf8 } from "./tls/der.ts";

export interface ServerCertificate {
  /** Private key, PEM. */
  key: string;
  /** Certificate, PEM. */
  cert: string;
}

const ECDSA_WITH_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
const COMMON_NAME = oid("2.5.4.3");
const SUBJECT_ALT_NAME = oid("2.5.29.17");
const BASIC_CONSTRAINTS = oid("2.5.29.19");
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A self-signed certificate for local test servers, made anew at every run: Node can sign but not issue, openssl may
 * be absent, and a private key in the repository would alarm every scanner.
 *
 * @param hosts DNS names the certificate is for, at least one.
 */
export function selfSignedCertificate(hosts: readonly string[]): ServerCertificate {
  const [first] = hosts;
  if (first === undefined) throw new Error("A certificate needs at least one host name.");
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(COMMON_NAME, utf8(first))));
  const now = Date.now();
  const altNames = sequence(...hosts.map((host) => element(0x82, Buffer.from(host, "ascii"))));
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, boolean(true), octets(sequence(boolean(true)))),
    sequence(SUBJECT_ALT_NAME, octets(altNames)),
  );
  const body = sequence(
    element(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + 30 * DAY_MS))),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(0xa3, extensions),
  );
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(sign("sha256", body, privateKey)));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: toPem(certificate),
  };
}

function toPem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
