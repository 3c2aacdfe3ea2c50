/** Limits of one HTTP request, checked before anything is parsed, looked up or logged. */
export const requestLimits = { urlBytes: 4096, bodyBytes: 256 * 1024 } as const;

const reading = new Set(["GET", "HEAD"]);

/**
 * Lets a request through, or answers it.
 *
 * A write must come from our own pages (`Origin` equal to ours, or `Sec-Fetch-Site: same-origin` where a browser sends no
 * `Origin`) and must be JSON: a form on a foreign page can send neither. The body is read here, up to a limit, so that
 * nobody can hold the server with an endless one.
 *
 * @param origin - Our public origin, such as "https://learn.example.org".
 * @returns The request with its body in memory, or the refusal: 403, 413, 414 or 415 with `{ error }`.
 */
export async function gateRequest(request: Request, origin: string): Promise<Request | Response> {
  if (request.url.length > requestLimits.urlBytes) return refuse(414, "url-too-long");
  if (reading.has(request.method)) return request;
  if (!isSameOrigin(request.headers, origin)) return refuse(403, "foreign-origin");
  if (mediaType(request.headers) !== "application/json") return refuse(415, "not-json");

  const body = await readBody(request);
  if (body === null) return refuse(413, "body-too-large");
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body,
    signal: request.signal,
  });
}

function isSameOrigin(headers: Headers, origin: string): boolean {
  const sent = headers.get("origin");
  if (sent !== null) return sent === origin;
  return headers.get("sec-fetch-site") === "same-origin";
}

function mediaType(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** The body, or null when it is longer than allowed; stops reading at the limit. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > requestLimits.bodyBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > requestLimits.bodyBytes) return null;
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store" } });
}
