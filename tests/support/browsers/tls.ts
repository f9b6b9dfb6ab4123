import { generate } from "selfsigned";

interface ServerCertificate {
  /** Private key, PEM. */
  key: string;
  /** Certificate, PEM. */
  cert: string;
}

/**
 * A self-signed certificate for a local test server, made anew at every run: a private key in the repository would alarm every
 * scanner.
 *
 * @param host the DNS name the certificate is for.
 */
export async function selfSignedCertificate(host: string): Promise<ServerCertificate> {
  const name = { name: "commonName", value: host };
  const { private: key, cert } = await generate([name], { keyType: "ec", algorithm: "sha256" });
  return { key, cert };
}
