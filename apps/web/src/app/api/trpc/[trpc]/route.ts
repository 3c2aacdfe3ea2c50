import { handleTrpc } from "@fewshot/api/server";
import { logFailure } from "#shared/server/log-failure";
import { withServices } from "#shared/server/services";

const onError = ({ error, path }: { error: unknown; path?: string }) => logFailure(`trpc ${path ?? "?"}`, error);

function serve(request: Request): Promise<Response> {
  return withServices((services) => handleTrpc(request, { ...services, onError }));
}

export { serve as GET, serve as POST };
