// Builds the styles and scripts of the pages: node build.mjs OUTPUT_DIR
// Does nothing when nothing changed; installs the locked packages itself when they are missing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
if (!process.argv[2]) {
  throw new Error('Usage: node build.mjs OUTPUT_DIR');
}
const output = path.resolve(process.argv[2]);
const modules = path.join(here, 'node_modules');
const uswds = path.join(modules, '@uswds/uswds');

function filesUnder(directory) {
  return fs
    .readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) {
    hash.update(path.relative(here, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

function isStamped(file, stamp) {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stamp;
}

function install() {
  const stamp = hashOf([path.join(here, 'package.json'), path.join(here, 'package-lock.json')]);
  const stampFile = path.join(modules, '.stamp');
  if (isStamped(stampFile, stamp)) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  fs.writeFileSync(stampFile, stamp);
}

/** The driver that browser tests start: the locked playwright-core and the Node that runs this build. */
function linkBrowserDriver() {
  const driver = path.resolve(output, '../../../playwright-driver');
  fs.mkdirSync(driver, { recursive: true });
  const node = path.join(driver, process.platform === 'win32' ? 'node.exe' : 'node');
  for (const [link, target] of [[path.join(driver, 'package'), path.join(modules, 'playwright-core')], [node, process.execPath]]) {
    fs.rmSync(link, { recursive: true, force: true });
    try {
      fs.symlinkSync(target, link, fs.statSync(target).isDirectory() ? 'junction' : 'file');
    } catch {
      fs.cpSync(target, link, { recursive: true });
    }
  }
}

/** All partials in styles/ belong to the style sheet, in alphabetical order, after the theme and the components of the design system. */
function styleSheet(sass) {
  const own = fs
    .readdirSync(path.join(here, 'styles'))
    .filter((name) => /^_.*\.scss$/.test(name))
    .sort()
    .map((name) => `@forward "${name.slice(1, -'.scss'.length)}";`);
  return sass.compileString(['@forward "theme";', ...own].join('\n'), {
    loadPaths: [path.join(here, 'styles'), path.join(uswds, 'packages'), modules],
    quietDeps: true,
    silenceDeprecations: ['mixed-decls', 'if-function', 'global-builtin', 'import'],
    logger: sass.Logger.silent,
  }).css;
}

/** Images and fonts that the design system's styles name relative to its own distribution. */
const designSystemFiles = {
  name: 'design-system-files',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/(img|fonts)\// }, (wanted) => {
      const file = path.join(uswds, 'dist', wanted.path.slice('../'.length));
      return fs.existsSync(file) ? { path: file } : undefined;
    });
  },
};

async function bundle() {
  const esbuild = (await import('esbuild')).default;
  const sass = await import('sass');
  fs.rmSync(output, { recursive: true, force: true });
  fs.mkdirSync(output, { recursive: true });
  const common = {
    absWorkingDir: here,
    outdir: output,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2020',
    legalComments: 'linked',
    logLevel: 'warning',
    assetNames: 'files/[name]-[hash]',
    loader: { '.svg': 'file', '.png': 'file', '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [designSystemFiles],
  };
  await esbuild.build({ ...common, entryPoints: { app: 'scripts/app.js', diagram: 'scripts/diagram.js' } });
  await esbuild.build({
    ...common,
    stdin: { contents: styleSheet(sass), loader: 'css', resolveDir: path.join(here, 'styles') },
    outdir: undefined,
    outfile: path.join(output, 'app.css'),
  });
  fs.copyFileSync(path.join(uswds, 'dist/img/sprite.svg'), path.join(output, 'sprite.svg'));
  fs.copyFileSync(path.join(here, 'images/favicon.svg'), path.join(output, 'favicon.svg'));
}

install();
linkBrowserDriver();
const sources = filesUnder(here).filter((file) => !file.startsWith(modules + path.sep));
const stamp = hashOf(sources);
const stampFile = path.join(output, '.stamp');
if (!isStamped(stampFile, stamp)) {
  await bundle();
  fs.writeFileSync(stampFile, stamp);
}
