// Written so that even an old Node can read it and say what is wrong.

/** Whether `version`, such as "20.19.0", can run the project. */
export function isSupportedNode(version) {
  const parts = version.split(".").map(Number);
  return parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
}

/** Runs `main` or says which Node is needed. */
export function runWithSupportedNode(main) {
  if (isSupportedNode(process.versions.node)) return main();
  process.stderr.write(
    "Fewshot needs Node 20.19 or later; this is " + process.versions.node + ". Get it at https://nodejs.org.\n",
  );
  process.exitCode = 1;
  return undefined;
}
