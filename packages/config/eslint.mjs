import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const sizes = {
  "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", 3],
  "max-depth": ["error", 3],
  complexity: ["error", 10],
};

const noUnstable = [
  { object: "Math", property: "random", message: "Pass a random number generator in." },
  { object: "Date", property: "now", message: "Pass the time in." },
];

/** The one ESLint configuration. Errors only: a rule worth having is worth stopping for. */
export const eslintPreset = tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.next/**",
      "**/.data/**",
      "**/generated/**",
      "**/next-env.d.ts",
      "apps/web/public/**",
      "packages/lm/training/**",
      "packages/config/boundaries/fixtures/**",
      "test-results/**",
      "playwright-report/**",
    ],
  },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...sizes,
      eqeqeq: "error",
      "no-console": "error",
      "no-else-return": "error",
      "prefer-const": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      // Version 8.73.0 crashes on every type literal, because ESLint hands it the parent node as type parameters.
      "@typescript-eslint/unified-signatures": "off",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        {
          selector: "NewExpression[callee.name='URL'] MetaProperty",
          message: "An asset named this way is published by the bundler.",
        },
        {
          selector: "ExpressionStatement[directive='use server']",
          message: "No server actions: every write is a tRPC procedure.",
        },
      ],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Only env.ts and scripts read the environment." },
      ],
    },
  },
  {
    files: ["packages/{ml-core,quiz}/src/**"],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-properties": ["error", ...noUnstable] },
  },
  {
    // Numeric code walks typed arrays by indices that its loops bound; a check of each element would say nothing.
    files: ["packages/ml-core/src/**"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
    },
  },
  {
    // Scripts and configuration talk to a terminal and read the environment; frameworks ask for default exports.
    files: [
      "**/scripts/**",
      "**/*.config.*",
      "**/*.mjs",
      "**/src/build.ts",
      "e2e/**",
      "apps/web/src/env.ts",
      "**/testing/**",
    ],
    rules: { "no-console": "off", "no-restricted-properties": "off", "no-restricted-syntax": "off" },
  },
  {
    files: ["apps/web/src/app/**", "apps/web/src/proxy.ts", "apps/web/src/i18n/**"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    // A test file tells many short stories: its length is not a smell.
    files: ["**/*.test.ts", "**/*.test.tsx", "**/*.test.mjs", "**/*.spec.ts", "**/testing/**", "e2e/**"],
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      "no-restricted-syntax": "off",
      "no-restricted-properties": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
