import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, objectOf, parsedJson } from '../json.ts';
import type { Attempt, Delivered, EnvelopeType } from '../platform.ts';

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

interface HubOptions {
  readonly appId: string;
  /** Milliseconds that an acknowledgement may take. */
  readonly ackTimeout: number;
  /** Called when the first connection opens or the last one closes. */
  readonly onChange: (connected: boolean) => void;
}

/** Socket Mode's server side: https://docs.slack.dev/apis/events-api/using-socket-mode */
export interface SocketHub {
  readonly ticket: () => string;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly connections: () => number;
  /** Sends one envelope and waits for its acknowledgement. */
  readonly send: (type: EnvelopeType, payload: JsonObject, attempt: Attempt) => Promise<Delivered>;
  /** Asks the app to reconnect, as Slack does every few hours. */
  readonly disconnect: (reason: DisconnectReason) => void;
  /** Cuts the connections without a word. */
  readonly drop: () => void;
  readonly close: () => void;
}

/** Connections an app may hold: https://docs.slack.dev/apis/events-api/using-socket-mode */
const MOST_CONNECTIONS = 10;

/** How often the server pings, as Slack does; Bolt gives a silent server up after 30 s. */
const PING_EVERY = 10_000;

interface Pending {
  readonly socket: WebSocket;
  readonly settle: (outcome: Delivered) => void;
}

export function createSocketHub(options: HubOptions): SocketHub {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const pending = new Map<string, Pending>();
  let turn = 0;

  const forget = (socket: WebSocket): void => {
    const index = sockets.indexOf(socket);
    if (index >= 0) sockets.splice(index, 1);
    for (const waiting of [...pending.values()]) {
      if (waiting.socket === socket) waiting.settle({ acked: false, reason: 'no-connection' });
    }
    if (index >= 0 && sockets.length === 0) options.onChange(false);
  };

  const open = (socket: WebSocket): void => {
    sockets.push(socket);
    socket.on('message', (data) => settleAck(pending, data));
    socket.on('close', () => forget(socket));
    socket.on('error', () => forget(socket));
    socket.send(JSON.stringify(hello(options.appId, sockets.length)));
    options.onChange(true);
  };

  const pings = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_EVERY);
  pings.unref();

  return {
    ticket: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket');
      if (ticket === null || !tickets.delete(ticket) || sockets.length >= MOST_CONNECTIONS) {
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, open);
    },
    connections: () => sockets.length,
    send: (type, payload, attempt) => {
      const socket = sockets[turn++ % Math.max(1, sockets.length)];
      if (socket === undefined) return Promise.resolve({ acked: false, reason: 'no-connection' });
      return new Promise((resolve) => {
        const id = randomUUID();
        const settle = (outcome: Delivered): void => {
          clearTimeout(timer);
          if (pending.delete(id)) resolve(outcome);
        };
        const timer = setTimeout(
          () => settle({ acked: false, reason: 'timeout' }),
          options.ackTimeout,
        );
        pending.set(id, { socket, settle });
        socket.send(JSON.stringify(envelope(id, type, payload, attempt)));
      });
    },
    disconnect: (reason) => {
      const frame = { type: 'disconnect', reason, debug_info: { host: 'workspace' } };
      for (const socket of sockets) socket.send(JSON.stringify(frame));
    },
    drop: () => {
      for (const socket of [...sockets]) socket.terminate();
    },
    close: () => {
      clearInterval(pings);
      for (const socket of [...sockets]) closeKindly(socket);
      for (const waiting of [...pending.values()]) {
        waiting.settle({ acked: false, reason: 'no-connection' });
      }
      server.close();
    },
  };
}

/** Milliseconds the app has to answer that the connection ends. */
const FAREWELL = 200;

function closeKindly(socket: WebSocket): void {
  socket.close(1001);
  setTimeout(() => socket.terminate(), FAREWELL).unref();
}

const hello = (appId: string, connections: number): JsonObject => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'workspace', build_number: 1, approximate_connection_time: 18060 },
  connection_info: { app_id: appId },
});

function envelope(
  id: string,
  type: EnvelopeType,
  payload: JsonObject,
  attempt: Attempt,
): JsonObject {
  const base = {
    envelope_id: id,
    payload,
    type,
    accepts_response_payload: type !== 'events_api',
  };
  if (type !== 'events_api') return base;
  return { ...base, retry_attempt: attempt.number, retry_reason: attempt.reason };
}

function settleAck(pending: ReadonlyMap<string, Pending>, data: RawData): void {
  const frame = parsedJson(String(data));
  if (!isObject(frame)) return;
  pending.get(String(frame.envelope_id))?.settle({
    acked: true,
    payload: objectOf(frame.payload),
  });
}
