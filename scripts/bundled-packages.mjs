/** What the bundle takes from packages, and by which licences. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} BundledPackage
 * @property {PackageJson} manifest its package.json
 * @property {string} license the text
 *
 * @typedef {{ readonly name: string, readonly version: string, readonly license: string } & Readonly<Record<string, unknown>>} PackageJson
 */

/**
 * @param {string} folder where the package is installed
 * @returns {BundledPackage}
 */
export function packageIn(folder) {
  /** @type {PackageJson} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e(?:[.-]|$)/i.test(candidate));
  if (file === undefined) throw new Error(`${manifest.name} is bundled, and brings no licence`);
  return { manifest, license: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() };
}

/** @param {BundledPackage} bundled */
export function licenseText({ manifest: { name, license: id }, license }) {
  return `${name}\n${id}\n${license}\n`;
}
