/**
 * What the compiler does not check: the rules of hooks, promises that nobody waits for, and which part
 * may import which.
 */
import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only src/ipc/tauri.ts speaks to the shell.",
};
const screens = {
  regex: "^@/screens/|^\\.\\./(welcome|home|groups|group|renewals|settings)(/|$)",
  message: "Screens do not import each other: what two need belongs to components or lib.",
};
const frame = {
  regex: "^@/(shell|screens)/",
  message: "What is shared does not know the frame or the screens.",
};

const restrict = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
  { ignores: ["dist", "src/ipc/bindings.ts"] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ["eslint.config.js"] } },
    },
    rules: {
      ...restrict(tauri),
      "max-lines": ["error", { max: 500 }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // The compiler that this rule warns of is not in use.
      "react-hooks/incompatible-library": "off",
      // React Query's mutations and the router's navigate are made for being handed over.
      "@typescript-eslint/unbound-method": "off",
      // What is not a command's error is wrapped where it arrives; the shell rejects with plain objects.
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      "@typescript-eslint/only-throw-error": "off",
    },
  },
  { files: ["src/screens/**"], rules: restrict(tauri, screens) },
  {
    files: ["src/{components,lib,theme,i18n,ipc,practice,permissions,shortcuts}/**"],
    rules: restrict(tauri, frame),
  },
  { files: ["src/ipc/tauri.ts"], rules: { "no-restricted-imports": "off" } },
  { files: ["*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
