// What PDF.js makes of a file, as JSON: for each page its text in the order of the structure tree,
// the roles met on the way, and its links; and the bookmarks.

import { readFile } from "node:fs/promises";

// PDF.js warns on standard output that it cannot draw here, which it shall not.
const print = console.log;
console.log = console.error;
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const data = new Uint8Array(await readFile(process.argv[2]));
const document = await getDocument({ data, verbosity: 0 }).promise;

function textById(items) {
  const texts = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "beginMarkedContentProps" || item.type === "beginMarkedContent") {
      open.push(item.id ?? null);
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const id = open.findLast((one) => one !== null);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? "") + item.str);
    }
  }
  return texts;
}

function walk(node, texts, found) {
  if (node.role) found.roles.push(node.role);
  if (node.alt) found.alts.push(node.alt);
  for (const child of node.children ?? []) {
    if (child.type === "content") found.text.push(texts.get(child.id) ?? "");
    else if (child.children) walk(child, texts, found);
  }
}

// The page that a link or a bookmark leads to, by name or at once.
async function target(dest) {
  const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
  return (await document.getPageIndex(place[0])) + 1;
}

const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tree = await page.getStructTree();
  const found = { text: [], roles: [], alts: [] };
  if (tree) walk(tree, textById(items), found);
  const links = (await page.getAnnotations()).filter((one) => one.subtype === "Link");
  const targets = [];
  for (const link of links) targets.push(await target(link.dest));
  pages.push({ ...found, targets });
}
const outline = (await document.getOutline()) ?? [];
const bookmarks = [];
for (const one of outline) {
  bookmarks.push([one.title, await target(one.dest)]);
}
const { info } = await document.getMetadata();
print(JSON.stringify({ title: info.Title, language: info.Language, pages, bookmarks }));
