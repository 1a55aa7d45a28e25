/** A message of JSON-RPC that a server sent. */
export interface Received {
  readonly jsonrpc: string;
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A connection to a server. */
export interface Line {
  /** All messages of the server, in order. */
  readonly received: readonly Received[];
  send(message: object): void;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Waits until the server is idle. */
  settle(): Promise<void>;
  /** Ends the server. Returns what is wrong with how it ended. */
  stop(): Promise<string | undefined>;
}

/** A message with its header. */
export function framed(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}
