import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Which local port answers for a host name, e.g. `{ "api.cal.com": 41233 }`. */
export type HostPorts = Readonly<Record<string, number>>;

export interface LocalProxy {
  port: number;
  /** Every connection so far that was not for one of the hosts, as `host:port` or an URL. */
  refused: readonly string[];
  /** Answer for other hosts from now on; open tunnels are cut, so that no old connection is used again. */
  setHosts(hosts: HostPorts): void;
  /** As if it were new: these hosts alone, online, and nothing refused yet. */
  reset(hosts: HostPorts): void;
  /** While offline every connection fails, also those of a worker that starts meanwhile. */
  setOffline(offline: boolean): void;
  close(): Promise<void>;
}

/**
 * An HTTP proxy that lets a browser reach local servers under public names and nothing else in the world.
 * Needs neither port 443 nor a change to the machine's name resolution, so it works for any user.
 */
export async function startLocalProxy(hosts: HostPorts): Promise<LocalProxy> {
  let ports = hosts;
  let offline = false;
  const refused: string[] = [];
  const tunnels = new Set<Duplex>();
  const cutTunnels = () => {
    for (const tunnel of tunnels) tunnel.destroy();
  };

  const server = createServer((request, response) => {
    refused.push(request.url ?? "");
    response.writeHead(403, { "content-type": "text/plain" }).end("This test proxy has no such host.\n");
  });
  server.on("connect", (request, client: Duplex) => {
    const authority = request.url ?? "";
    const port = authority.endsWith(":443") ? ports[authority.slice(0, -":443".length)] : undefined;
    client.on("error", () => client.destroy());
    if (port === undefined) {
      refused.push(authority);
      client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    if (offline) {
      client.destroy();
      return;
    }
    track(tunnels, client);
    tunnel(client, port);
  });

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refused,
    setHosts(next) {
      ports = next;
      cutTunnels();
    },
    reset(next) {
      ports = next;
      offline = false;
      refused.length = 0;
      cutTunnels();
    },
    setOffline(next) {
      offline = next;
      if (offline) cutTunnels();
    },
    close: () => closeServer(server, cutTunnels),
  };
}

function track(tunnels: Set<Duplex>, client: Duplex): void {
  tunnels.add(client);
  client.once("close", () => tunnels.delete(client));
}

function tunnel(client: Duplex, port: number): void {
  const target: Socket = connect(port, "127.0.0.1");
  target.once("connect", () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    target.pipe(client);
    client.pipe(target);
  });
  target.once("error", () => {
    if (target.connecting || target.bytesRead === 0) client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    client.destroy();
  });
  target.once("close", () => client.destroy());
  client.once("close", () => target.destroy());
}

async function closeServer(server: Server, cutTunnels: () => void): Promise<void> {
  cutTunnels();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
