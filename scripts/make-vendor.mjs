// Write what the desk needs of packages from the npm registry into one folder: node scripts/make-vendor.mjs FOLDER
//
// land.svg: the outline of all land (Natural Earth, public domain, by world-atlas) in degrees: x east, y south.
// MANIFEST.json: package, version, licence and SHA-256 of each file; the licence texts stand beside it.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const folder = process.argv[2];
const modules = new URL("../node_modules/", import.meta.url).pathname;
const about = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8"));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const atlas = JSON.parse(readFileSync(join(modules, "world-atlas", "land-50m.json"), "utf8"));
const degrees = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0);
const outline = geoPath(degrees).digits(2)(feature(atlas, atlas.objects.land));
const land = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180"><path id="land" vector-effect="non-scaling-stroke" d="${outline}"/></svg>\n`;
writeFileSync(join(folder, "land.svg"), land);

const made = [];
for (const name of ["world-atlas", "topojson-client", "d3-geo"]) {
  const { version, license } = about(name);
  const text = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((file) => join(modules, name, file)).find(existsSync);
  if (text) copyFileSync(text, join(folder, `${name}.LICENSE`));
  made.push({ package: name, version, licence: license });
}
const sha256 = createHash("sha256").update(land).digest("hex");
const manifest = { files: [{ file: "land.svg", sha256, from: "world-atlas", data: "Natural Earth, public domain" }], packages: made };
writeFileSync(join(folder, "MANIFEST.json"), JSON.stringify(manifest, null, 2) + "\n");
