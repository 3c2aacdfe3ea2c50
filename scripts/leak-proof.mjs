// Proves that no answer key is published: searches what the build would serve for the canary in every key and for the text
// of every explanation. Run after `next build`. Exits 1 with the file and the item if anything is found.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const web = path.join(root, "apps/web");

/** Every file below a folder, as absolute paths; none if the folder does not exist. */
function filesBelow(folder) {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Strings that only a key holds, each with where it comes from. JSON and JavaScript may escape them, so both forms count. */
function secrets() {
  const { keys } = JSON.parse(readFileSync(path.join(root, "packages/content/src/generated/keys.json"), "utf8"));
  const texts = keys.flatMap(({ id, canary, key }) => [
    { id, what: "canary", text: canary },
    { id, what: "explanation (zh)", text: key.why.zh },
    { id, what: "explanation (en)", text: key.why.en },
  ]);
  const escaped = ({ text, ...rest }) => ({ ...rest, text: JSON.stringify(text).slice(1, -1) });
  const ascii = ({ text, ...rest }) => ({
    ...rest,
    text: text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
  });
  return texts.flatMap((secret) => [secret, escaped(secret), ascii(secret)]);
}

/** What a browser can get: client chunks, prerendered pages with their flight data, public files. */
function published() {
  const prerendered = filesBelow(path.join(web, ".next/server/app")).filter((file) =>
    /\.(html|rsc|meta|body|txt)$/.test(file),
  );
  return [...filesBelow(path.join(web, ".next/static")), ...prerendered, ...filesBelow(path.join(web, "public"))];
}

function search(files, needles) {
  return files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return needles.filter((needle) => text.includes(needle.text)).map((needle) => ({ file, ...needle }));
  });
}

const needles = secrets();
const files = published();
const leaks = search(files, needles);
for (const { file, id, what } of leaks) console.error(`${path.relative(root, file)} holds the ${what} of ${id}`);

// The same search must find the keys where they belong, or it proves nothing.
const serverSide = filesBelow(path.join(web, ".next/server")).filter((file) => file.endsWith(".js"));
const control = search(serverSide, needles).length;
if (control === 0)
  console.error("The search finds no key in the server's own code, so its silence elsewhere means nothing.");
if (files.length === 0) console.error("There is no build to search.");

console.log(`searched ${files.length} published files for ${needles.length} strings: ${leaks.length} leaks`);
process.exit(leaks.length > 0 || control === 0 || files.length === 0 ? 1 : 0);
