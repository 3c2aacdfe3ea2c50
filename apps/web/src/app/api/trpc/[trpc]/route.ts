import { handleTrpc } from "@fewshot/api/server";
import { withServices } from "#shared/server/services";

function serve(request: Request): Promise<Response> {
  return withServices((services) => handleTrpc(request, services));
}

export { serve as GET, serve as POST };
