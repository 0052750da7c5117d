/**
 * Prints what the bundle is made of, as a CycloneDX bill of materials in JSON: the packages of which something is in dist/, which
 * are fewer than the lock file lists, and the files of dist/ with their hashes. The same sources make the same bytes: there is
 * neither a time nor a random number in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import parseLicense from 'spdx-expression-parse';
import { bundle, root } from './bundle.mjs';

/** @typedef {import('./bundled-packages.mjs').PackageJson} PackageJson */

const VERSION = Spec.Spec1dot6;

const components = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
  new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(),
  new Contrib.License.Factories.LicenseFactory(parseLicense),
);

/**
 * @param {PackageJson} manifest
 * @param {import('@cyclonedx/cyclonedx-library').Enums.ComponentType} type
 */
function componentOf(manifest, type) {
  const component = components.makeComponent(manifest, type);
  if (component === undefined) throw new Error(`the package.json of ${manifest.name} tells too little of it`);
  const [, scope, name = manifest.name] = manifest.name.match(/^(@[^/]+)\/(.+)$/) ?? [];
  component.purl = new PackageURL('npm', scope, name, manifest.version).toString();
  component.bomRef.value = component.purl;
  return component;
}

/** @returns {Promise<string>} */
export async function billOfMaterials() {
  const { files, packages } = await bundle();
  const action = componentOf(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
    Enums.ComponentType.Application,
  );
  for (const [name, text] of files) {
    action.components.add(
      new Models.Component(Enums.ComponentType.File, `dist/${name}`, {
        bomRef: `dist/${name}`,
        hashes: new Models.HashDictionary([
          [Enums.HashAlgorithm['SHA-256'], createHash('sha256').update(text).digest('hex')],
        ]),
      }),
    );
  }
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: action }) });
  for (const { manifest } of packages) {
    const component = componentOf(manifest, Enums.ComponentType.Library);
    bom.components.add(component);
    action.dependencies.add(component.bomRef);
  }
  const text = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(VERSION)).serialize(bom, {
    sortLists: true,
    space: 2,
  });
  const faults = await new Validation.JsonStrictValidator(VERSION.version).validate(text);
  if (faults !== null) throw new Error(`the bill of materials is not valid: ${JSON.stringify(faults)}`);
  return `${text}\n`;
}

if (process.argv[1] !== undefined && import.meta.filename === process.argv[1])
  process.stdout.write(await billOfMaterials());
