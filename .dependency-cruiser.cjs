const TESTS = "\\.(test|spec)\\.tsx?$";

/** Boundaries that package tags cannot see. Each rule has a failing fixture in packages/config/boundaries. */
module.exports = {
  forbidden: [
    {
      name: "keys-only-from-api",
      comment: "Answer keys are read by the API alone; nothing that can reach a browser may import them.",
      severity: "error",
      from: { pathNot: "^packages/(api|content)/" },
      to: { path: "^packages/content/src/(keys|generated/keys)" },
    },
    {
      name: "features-apart",
      comment: "Features meet in app/, never in each other.",
      severity: "error",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "app-composes",
      comment: "Routes compose features; what is below never imports a route.",
      severity: "error",
      from: { path: "^apps/web/src/(features|shared)/" },
      to: { path: "^apps/web/src/app/" },
    },
    {
      name: "shared-knows-no-feature",
      comment: "What two features share must not depend on one of them.",
      severity: "error",
      from: { path: "^apps/web/src/shared/" },
      to: { path: "^apps/web/src/features/" },
    },
    {
      name: "api-server-in-the-mounts",
      comment: "Only the mounts and the server prefetch run the API; all other web code knows its types.",
      severity: "error",
      from: {
        path: "^apps/web/",
        pathNot: "^apps/web/src/(app/api/|shared/server/|shared/trpc/(server|viewer)\\.tsx?$)",
      },
      to: { path: "^packages/api/src/server" },
    },
    {
      name: "prisma-only-in-db",
      comment: "Queries live in packages/db; no Prisma type crosses it.",
      severity: "error",
      from: { pathNot: "^(packages/db/|prisma\\.config)" },
      to: { path: "node_modules/@prisma/|^packages/db/src/generated/" },
    },
    {
      name: "ort-only-in-lm",
      comment: "The runtime behind the backends knows ONNX Runtime, and nothing else does.",
      severity: "error",
      from: {
        pathNot:
          "^packages/lm/src/(public-session|onnx-session|runtime/(gpu-backend|ort-entry)|export/testing/raw-session)\\.(ts|mjs)$",
      },
      to: { path: "node_modules/onnxruntime-web/" },
    },
    {
      name: "no-react-in-domain",
      comment: "Rules and data are testable without a browser.",
      severity: "error",
      from: { path: "^packages/(ml-core|quiz|content|lm|db|api)/" },
      to: { path: "node_modules/(react|react-dom|next)/" },
    },
    {
      name: "pure-stays-pure",
      comment: "ml-core and quiz know no Node module and no other package of ours.",
      severity: "error",
      from: { path: "^packages/(ml-core|quiz)/src/", pathNot: TESTS },
      to: { path: "^(node:|packages/)|^(fs|path|crypto|os)$", pathNot: "^packages/(ml-core|quiz)/" },
    },
    {
      name: "no-cycles",
      comment: "A cycle means two files are one. Types may refer to each other: they are gone when code runs.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-test-imports",
      comment: "Product code never imports a test or its factories.",
      severity: "error",
      from: { pathNot: `${TESTS}|/testing/|^e2e/|vitest` },
      to: { path: `${TESTS}|^packages/db/src/testing/` },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next/|boundaries/fixtures|/public/|/generated/|/training/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
