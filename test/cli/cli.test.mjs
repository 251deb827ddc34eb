// The command `film-widgets` as its user meets it: built, in a process of its own.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseFilm, renderFilmCard } from 'film-widgets/server';

const { bin, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const BIN = bin['film-widgets'];
const GOOD = { id: 'her', title: 'Her', year: 2013, rating: { average: 4.2, count: 131 } };
const FILES = {
  'good.json': JSON.stringify(GOOD),
  'odd.json': JSON.stringify({ ...GOOD, year: 'never', budget: 23 }),
  'nameless.json': '{ "id": "her" }',
  'broken.json': '{ "id": ',
  'hostile.json': JSON.stringify({ ...GOOD, ['\u009b31m']: 1 }),
  // as an old editor keeps it, and as PowerShell writes what a command says
  'latin-1.json': Buffer.from(JSON.stringify({ ...GOOD, title: 'Amélie' }), 'latin1'),
  'utf-16.json': Buffer.from('\ufeff' + JSON.stringify(GOOD), 'utf16le'),
  'refused.json': JSON.stringify({ Error: '\u001b]0;owned\u0007\nall is well\u009b2J' }),
};

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'film-widgets-cli-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
after(() => rmSync(folder, { recursive: true }));

/** Runs the command in the folder of the files. */
function run(args, input = '') {
  const path = join(process.cwd(), BIN);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}
const lines = (text) => text.split('\n').slice(0, -1);

describe('film-widgets', () => {
  it('is a program by its first line', () => {
    assert.match(readFileSync(BIN, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.ok(statSync(BIN).isFile());
  });

  it('--version is the version of the package', () => {
    assert.deepEqual(run(['--version']), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('--help names every command, and every command has help of its own', () => {
    const { status, stdout } = run(['--help']);
    assert.equal(status, 0);
    const commands = [...stdout.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name);
    for (const command of ['render', 'check']) assert.ok(commands.includes(command), command);
    for (const command of commands) {
      const help = run([command, '--help']);
      assert.deepEqual([help.status, help.stderr], [0, '']);
      assert.ok(help.stdout.startsWith(`Usage: film-widgets ${command} `), help.stdout);
    }
  });

  it('is silent when its reader has had enough, as head has', async () => {
    const many = Array.from({ length: 3000 }, () => 'nameless.json');
    const child = spawn(process.execPath, [join(process.cwd(), BIN), 'check', ...many], { cwd: folder });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    assert.deepEqual([status, said], [1, '']);
  });

  it('writes its result though nobody hears what it says about it', async () => {
    const child = spawn(process.execPath, [join(process.cwd(), BIN), 'render', 'odd.json'], { cwd: folder });
    child.stderr.destroy();
    let card = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (card += text));
    const [status] = await once(child, 'close');
    assert.deepEqual([status, card], [0, run(['render', 'odd.json']).stdout]);
  });

  for (const file of ['latin-1.json', 'utf-16.json'])
    it(`${file}: says that it is not UTF-8, as which a card would read it`, () => {
      const { status, stdout } = run(['check', file]);
      assert.equal(status, 1);
      assert.match(stdout, new RegExp(`^${file}: error: cannot be read \\(.*utf-8`, 'm'));
    });

  for (const [what, args, words] of [
    ['no command', [], /^Usage:/],
    ['a command that there is not', ['rendre', 'good.json'], /There is no command "rendre"/],
    ['a name that every object has', ['toString'], /There is no command "toString"/],
    ['render without a file', ['render'], /One file/],
    ['render with two files', ['render', 'good.json', 'odd.json'], /One file/],
    ['an option that there is not', ['render', '--language', 'de', 'good.json'], /--language/],
    ['a section that there is not', ['render', '--sections', 'title stars', 'good.json'], /no section "stars"/],
    ['a level that no heading has', ['render', '--heading-level', '7', 'good.json'], /2 to 6, not "7"/],
    ['a language that is none', ['render', '--lang', '../de', 'good.json'], /"\.\.\/de" is no language tag/],
    ['check without a file', ['check'], /Which files/],
  ])
    it(`${what}: says so with the usage, writes no result, exit code 2`, () => {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, words);
      assert.match(stderr, /^Usage: film-widgets/m);
    });
});

describe('film-widgets render', () => {
  const { film } = parseFilm(GOOD);

  it('writes what renderFilmCard does', () => {
    assert.deepEqual(run(['render', 'good.json']), { status: 0, stdout: renderFilmCard(film), stderr: '' });
  });

  it('reads standard input for -', () => {
    assert.equal(run(['render', '-'], FILES['good.json']).stdout, renderFilmCard(film));
  });

  it('takes sections, a heading level and inline', () => {
    const args = ['--sections', 'title rating', '--heading-level', '4', '--inline', '--structured-data'];
    const options = { sections: 'title rating', headingLevel: 4, inline: true, structuredData: true };
    assert.equal(run(['render', ...args, 'good.json']).stdout, renderFilmCard(film, options));
  });

  it('takes sections with commas between, as the element does', () => {
    for (const sections of ['title,rating', 'title, rating'])
      assert.equal(
        run(['render', '--sections', sections, 'good.json']).stdout,
        renderFilmCard(film, { sections: ['title', 'rating'] }),
      );
    assert.match(run(['render', '--sections', 'title,stars', 'good.json']).stderr, /no section "stars"/);
  });

  it('leaves the language of a card to its page, unless it is told one', () => {
    const inline = (...args) => run(['render', '--inline', ...args, 'good.json']).stdout;
    assert.match(inline(), /^<film-card>\n/);
    assert.match(inline('--lang', 'en'), /^<film-card lang="en">\n/);
  });

  it('speaks the languages that there are', () => {
    const { stdout, stderr } = run(['render', '--lang', 'de-AT', 'good.json']);
    assert.match(stdout, /<article lang="de-AT">[^]*4,2 von 5, 131 Stimmen/);
    assert.equal(stderr, '');
  });

  it('says that a language has no words', () => {
    const { status, stdout, stderr } = run(['render', '--lang', 'sv', 'good.json']);
    assert.equal(status, 0);
    assert.match(stdout, /4,2 out of 5/);
    assert.equal(stderr, 'film-widgets has no words in sv: they are English.\n');
  });

  it('tells warnings apart from the result', () => {
    const { status, stdout, stderr } = run(['render', 'odd.json']);
    assert.equal(status, 0);
    assert.match(stdout, /^<article.*\n<h2 dir="auto">Her<\/h2>/);
    assert.deepEqual(lines(stderr), [
      'odd.json: warning: year: must be a number',
      'odd.json: warning: budget: is not a known field',
    ]);
  });

  for (const [file, words] of [
    ['nameless.json', 'nameless.json: error: title: is missing'],
    ['broken.json', 'broken.json: error: The film is not JSON'],
  ])
    it(`${file}: writes nothing, says why, exit code 1`, () => {
      assert.deepEqual(run(['render', file]), { status: 1, stdout: '', stderr: `${words}\n` });
    });

  it('a file that is not there: exit code 1', () => {
    const { status, stdout, stderr } = run(['render', 'nowhere.json']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^nowhere\.json: error: cannot be read \(ENOENT/);
  });
});

describe('film-widgets check', () => {
  it('has nothing to say about what is right', () => {
    const stdout = '1 of 1 can be shown, 0 warnings\n';
    assert.deepEqual(run(['check', 'good.json']), { status: 0, stdout, stderr: '' });
  });

  it('names warnings, exit code 0', () => {
    const { status, stdout } = run(['check', 'good.json', 'odd.json']);
    assert.equal(status, 0);
    assert.deepEqual(lines(stdout), [
      'odd.json: warning: year: must be a number',
      'odd.json: warning: budget: is not a known field',
      '2 of 2 can be shown, 2 warnings',
    ]);
    assert.equal(lines(run(['check', 'hostile.json']).stdout).at(-1), '1 of 1 can be shown, 1 warning');
  });

  it('knows which files a pattern means that no shell has read, as on Windows', () => {
    const below = join('..', basename(folder));
    const { stdout } = run(['check', 'n*.json', '?dd.json', join(below, 'bro*n.json'), 'z*.json']);
    assert.deepEqual(
      lines(stdout).map((line) => line.split(': ', 2).join(': ')),
      [
        'nameless.json: error',
        'odd.json: warning',
        'odd.json: warning',
        `${join(below, 'broken.json')}: error`,
        'z*.json: error',
        '1 of 4 can be shown, 2 warnings',
      ],
    );
  });

  it('reads a pattern as a shell does: no hidden file, every other sign as itself, and no pattern that is a name', () => {
    const names = ['.a(1).json', 'a(1).json', 'a1.json', 'a*.json'];
    for (const name of names) writeFileSync(join(folder, name), FILES['nameless.json']);
    const named = (pattern) => lines(run(['check', pattern]).stdout).map((line) => line.split(': ', 1)[0]);
    assert.deepEqual(named('*(1).json'), ['a(1).json', '0 of 1 can be shown, 0 warnings']);
    assert.deepEqual(named('a*.json'), ['a*.json', '0 of 1 can be shown, 0 warnings']);
    assert.deepEqual(named('nowhere/*.json'), ['nowhere/*.json', '0 of 1 can be shown, 0 warnings']);
  });

  it('lets no text of a file speak to the terminal', () => {
    for (const [command, file, says] of [
      ['check', 'hostile.json', '["\ufffd31m"]: is not a known field'],
      ['render', 'hostile.json', '["\ufffd31m"]: is not a known field'],
      ['check', 'refused.json', 'The film is an error message: \ufffd]0;owned\ufffd\ufffdall is well\ufffd2J'],
    ]) {
      const { stdout, stderr } = run([command, file]);
      const told = command === 'check' ? stdout : stderr;
      assert.ok(told.includes(says), told);
      assert.doesNotMatch(told, /[^\P{Cc}\n]/u);
    }
  });

  it('names errors, goes on after them, exit code 1', () => {
    const { status, stdout } = run(['check', 'nowhere.json', 'broken.json', 'nameless.json', '-'], '[]');
    assert.equal(status, 1);
    const [nowhere, ...others] = lines(stdout);
    assert.match(nowhere, /^nowhere\.json: error: cannot be read/);
    assert.deepEqual(others, [
      'broken.json: error: The film is not JSON',
      'nameless.json: error: title: is missing',
      'standard input: error: The film must be an object',
      '0 of 4 can be shown, 0 warnings',
    ]);
  });
});
