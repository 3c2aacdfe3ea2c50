/** Every address below /api that nothing else answers: JSON, not the page that people see. */
function refuse(): Response {
  return Response.json({ error: "not-found" }, { status: 404, headers: { "cache-control": "no-store" } });
}

export { refuse as GET, refuse as POST };
