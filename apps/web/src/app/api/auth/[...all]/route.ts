import { withServices } from "#shared/server/services";

function serve(request: Request): Promise<Response> {
  return withServices((services) => services.auth.handler(request));
}

export { serve as GET, serve as POST };
