import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from './paths.mjs';

/** Licenses that permit redistribution in a bundle, given their text. */
const approved = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'];

const introduction = `Third-party notices

The bundles of this folder contain code of the packages below, under the licenses below.

Names, defaults and short messages of Caffe are facts about Caffe (https://github.com/BVLC/caffe, BSD-2-Clause,
Copyright the Regents of the University of California and the contributors to Caffe) and of its forks. The bundles
contain no code of them.
`;

/** The folders of the packages that bundled files belong to, sorted: `node_modules/semver`. */
export function packageFolders(files) {
  return [...new Set(files.flatMap((file) => packageFolder(file) ?? []))].sort();
}

/** The innermost package of a file; undefined for files of the project. */
function packageFolder(file) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(file)?.[0];
}

/** Name, version and license of each package with the text of the license. Throws if a license is not approved. */
export function thirdPartyNotices(root, folders) {
  const notices = new Map(folders.map((folder) => noticeOf(join(root, folder))));
  return [introduction, ...[...notices].sort().map(([, notice]) => notice)].join(separator);
}

const separator = `\n${'-'.repeat(80)}\n\n`;

/** The title of a package and its notice; packages that are installed twice have the same title. */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!approved.includes(license))
    throw new Error(
      `${name} ${version} is under the license ${JSON.stringify(license)}; bundled packages require one of ${approved.join(', ')}.`,
    );
  const texts = [...licenseTexts(folder), ...addedTexts(name)];
  if (texts.length === 0)
    throw new Error(`${name} ${version} has no license file; bundled packages require one.`);
  const title = `${name} ${version} (${license})`;
  return [title, [title, '', ...texts, ''].join('\n')];
}

/** The license of a package without a license file, and of what it contains: `scripts/licenses/NAME.txt`. */
function addedTexts(name) {
  const file = fromRoot(`scripts/licenses/${name}.txt`);
  return existsSync(file) ? [readFileSync(file, 'utf8').trim()] : [];
}

/** The contents of the license files and of the notice files that Apache-2.0 requires copies to contain. */
function licenseTexts(folder) {
  const files = readdirSync(folder).sort();
  const licenses = files.filter((file) => /^(?:licen[cs]e|copying)\b/iu.test(file));
  if (licenses.length === 0) return [];
  const notices = files.filter((file) => /^notice\b/iu.test(file));
  return [...licenses, ...notices].map((file) => readFileSync(join(folder, file), 'utf8').trim());
}
