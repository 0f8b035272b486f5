import { createHash } from 'node:crypto';

/*
 * What runs with the product and comes from others, as a CycloneDX 1.6 list (ECMA-424) made of package-lock.json: name, version, licence, the checksum that
 * npm holds each package against, and what needs what. The same lock gives the same list to the byte. What only tests and building need is not in it.
 */

const FOLDER = 'node_modules/';

const nameOf = (path) => path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** `sha512-<base64>`, as the lock has it, in the words of CycloneDX. */
function hashOf(integrity) {
  const [kind = '', sum = ''] = integrity.split(' ')[0].split('-');
  return { alg: { sha512: 'SHA-512', sha1: 'SHA-1' }[kind], content: Buffer.from(sum, 'base64').toString('hex') };
}

/** Where Node would find a package that the one at `path` asks for; undefined for one that is not installed here. */
function found(packages, path, name) {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf(`/${FOLDER}`) < 0 ? 0 : at.lastIndexOf(`/${FOLDER}`))) {
    const candidate = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (at === '') return undefined;
  }
}

/** @param lock package-lock.json, version 3, as it was read */
export function sbomOf(lock) {
  const { '': own, ...packages } = lock.packages;
  const runtime = Object.entries(packages).filter(([, one]) => one.dev !== true && one.link !== true).sort(([a], [b]) => (a < b ? -1 : 1));
  const refs = new Map(runtime.map(([path, { version }]) => [path, `${purl(nameOf(path), version)}${path.lastIndexOf(FOLDER) === 0 ? '' : `#${path}`}`]));
  const components = runtime.map(([path, { version, license, integrity, optional }]) => ({
    type: 'library', 'bom-ref': refs.get(path), name: nameOf(path), version, scope: optional === true ? 'optional' : 'required',
    hashes: integrity === undefined ? [] : [hashOf(integrity)], licenses: license === undefined ? [] : [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }], purl: purl(nameOf(path), version),
  }));
  const self = { type: 'application', 'bom-ref': 'self', name: own.name, version: own.version, licenses: [{ license: { id: own.license } }] };
  const needs = (path, one) => [...new Set(Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies }).map((name) => refs.get(found(packages, path, name))).filter((ref) => ref !== undefined))].sort();
  const dependencies = [{ ref: 'self', dependsOn: needs('', own) }, ...runtime.map(([path, one]) => ({ ref: refs.get(path), dependsOn: needs(path, one) }))];
  const content = { metadata: { component: self }, components, dependencies };
  const sum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const serial = `${sum.slice(0, 8)}-${sum.slice(8, 12)}-5${sum.slice(13, 16)}-8${sum.slice(17, 20)}-${sum.slice(20, 32)}`;
  return { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: `urn:uuid:${serial}`, version: 1, ...content };
}
