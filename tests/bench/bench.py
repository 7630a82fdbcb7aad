#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times Goodfit against its yardsticks, as whole processes, and prints medians and ratios.

Usage: bench.py BUILD [--rows N] [--runs N] [--huge]

What has a bar is printed with it, and whether it passes; the bars are those of a million customers, and what
misses is listed at the end.

Each pair is run in turn, so that other work on the machine falls on both alike: read ratios, and
medians rather than single times. Needs an X display for the start of the window; BUILD should be an
optimised build.
"""

import argparse
import dataclasses
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import time


@dataclasses.dataclass
class Measured:
    """Medians of several runs of one command."""
    seconds: list = dataclasses.field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.seconds)

    def __str__(self):
        return f'{self.median:8.3f} s  ({min(self.seconds):.3f} to {max(self.seconds):.3f})'


MISSED = []


def bar(title, value, most, unit):
    """Prints what was measured with the most that it should be."""
    passed = value <= most
    print(f'    {title:46} {value:9.2f} {unit:4} bar {most:g}{"" if passed else "  MISSED"}', flush=True)
    if not passed:
        MISSED.append(f'{title}: {value:.2f} {unit}, bar {most:g}')


def run(command, env):
    """Seconds that a whole process takes; it must succeed."""
    start = time.monotonic()
    done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, env=env,
                          capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode:
        sys.exit(f'{" ".join(map(str, command))} ended with {done.returncode}:\n{done.stderr}')
    return seconds


def measure(command, env):
    """Wall seconds, processor seconds and peak memory in bytes of a whole process."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, env=env,
                               stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f'{" ".join(map(str, command))} ended with {process.returncode}')
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def compare_imports(path, runs, tools, env):
    """Import with one and two threads beside the counting pass, in turn, after a run that does not
    count. Processor seconds are the better witness where others use the machine."""
    size = path.stat().st_size
    commands = {'libcsv, counting only': [tools / 'count-csv', path],
                'import, 1 thread': [tools / 'import-table', path, '1'],
                'import, 2 threads': [tools / 'import-table', path, '2']}
    taken = {name: [] for name in commands}
    for i in range(runs + 1):
        for name, command in commands.items():
            result = measure(command, env)
            if i:
                taken[name].append(result)
    print(f'{path.name}, {size / 1e6:.0f} MB')
    medians = {name: [statistics.median(column) for column in zip(*results)]
               for name, results in taken.items()}
    count = medians['libcsv, counting only']
    for name, (wall, cpu, peak) in medians.items():
        print(f'  {name:32} {wall:8.3f} s  {wall / count[0]:5.2f} of the pass  cpu {cpu:.3f} s  '
              f'{cpu / count[1]:5.2f}  memory {peak / size:5.2f} of the file', flush=True)
    if size < 100e6:
        # The quickest of the others that were measured on such a machine, a whole process.
        bar('a short import, beside the quickest peer', medians['import, 2 threads'][0], 0.22, 's')
        return
    for threads, time_bar, memory_bar in ((1, 2.5, 1.2), (2, 1.5, 2)):
        wall, _, peak = medians[f'import, {threads} thread{"s" if threads > 1 else ""}']
        bar(f'import, {threads} thread(s), of the counting pass', wall / count[0], time_bar, 'x')
        bar(f'import, {threads} thread(s), memory of the file', peak / size, memory_bar, 'x')


def start_of(command, build, env):
    """Seconds from starting a program to its first window."""
    done = subprocess.run([build / 'tests/bench/first-window', *map(str, command)], env=env,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return float(done.stdout) / 1000


def compare(title, runs, ours, yardstick=None, yardstick_title=''):
    """Runs both in turn, after one run each that does not count, and prints what they took."""
    mine, other = Measured(), Measured()
    for i in range(runs + 1):
        taken = ours()
        reference = yardstick() if yardstick else None
        if i:
            mine.seconds.append(taken)
            if yardstick:
                other.seconds.append(reference)
    print(f'{title:34} {mine}', flush=True)
    if yardstick:
        print(f'  {yardstick_title:32} {other}')
        print(f'  {"ratio":32} {mine.median / other.median:8.2f}', flush=True)


def make_project(rows, cli, table, work, env):
    """A project of so many customers, made once."""
    path = work / f'customers-{rows}.goodfit'
    if not path.exists():
        run([cli, 'new', path, '--customers', table], env)
    return path


def show_project(rows, tool, project, runs):
    """Prints what opening and saving a project takes, within the process.

    Only placing and taking happen on the main thread: they are all that typing waits for."""
    done = subprocess.run([tool, project, str(runs)], capture_output=True, text=True, check=True)
    parts = dict(line.split() for line in done.stdout.splitlines())
    opened = float(parts['reading']) + float(parts['placing'])
    waited = 1000 * max(float(parts['placing']), float(parts['taking']))
    print(f'{f"open a project of {rows}":34} {opened:8.3f} s  (saved in {float(parts["writing"]):.3f} s; '
          f'the main thread waits {waited:.1f} ms)', flush=True)
    bar(f'open a project of {rows}', opened, 0.3 if rows <= 100_000 else 3, 's')


def mining(build, path, runs, env, rows):
    """Times the mining in the process; its bars are for the raw lists and the contrast."""
    done = subprocess.run([build / 'tests/bench/mine-bench', path, 'Lifetime value', str(runs)], env=env,
                          capture_output=True, text=True, check=True)
    print(f'mining {rows} customers in process', flush=True)
    most = {'raw, depth 3': 250 if rows > 100_000 else 25, 'contrast': 200 if rows > 100_000 else None}
    for line in done.stdout.splitlines():
        what, taken, memory = line.split('\t')
        print(f'  {what:32} {float(taken):8.1f} ms  {float(memory):6.0f} MiB over the table', flush=True)
        if most.get(what):
            bar(f'{what}, {rows} customers', float(taken), most[what], 'ms')
        if what == 'raw, depth 3' and rows > 100_000:
            bar(f'{what}, memory over the table', float(memory), 150, 'MiB')


def table(build, path, env, window_env):
    """What the table of customers takes: the worst of the keys typed, of the filters and of the orders, and
    the work of a frame while it is scrolled; milliseconds."""
    worst = {}
    done = subprocess.run([build / 'tests/bench/table-bench', path], env=env, capture_output=True, text=True,
                          check=True)
    for line in done.stdout.splitlines():
        what, taken, _ = line.split('\t')
        kind = what.split()[0]
        if float(taken) > worst.get(kind, (-1, ''))[0]:
            worst[kind] = (float(taken), what)
    for taken, what in worst.values():
        print(f'  {what[:32]:32} {taken:8.1f} ms')
    for kind, most in ('search', 100), ('filter', 100), ('sort', 1000):
        if kind in worst:
            bar(f'{worst[kind][1][:34]}, the slowest', worst[kind][0], most, 'ms')
    done = subprocess.run([build / 'tests/bench/table-window', path], env=window_env, capture_output=True,
                          text=True, check=True)
    most = {'table ready to first rows': 100, 'scroll by a row, longest frame': 16,
            'scroll by pages, longest frame': 16}
    for line in done.stdout.splitlines():
        what, taken = line.split('\t')
        print(f'  {what:32} {float(taken):8.1f} ms', flush=True)
        if what in most:
            bar(what, float(taken), most[what], 'ms')


def stalls(build, path, env, rows):
    """Goes the whole way in a window: how long it does not answer, step by step."""
    done = subprocess.run([build / 'tests/bench/window-stalls', path], env=env, capture_output=True, text=True,
                          check=True)
    print(f'a window of {rows} customers, the longest time without an answer in each step', flush=True)
    worst, step = 0, ''
    for line in done.stdout.splitlines():
        fields = line.split('\t')
        if len(fields) == 5:
            print(f'  {fields[0]:32} {float(fields[1]):8.1f} ms, {float(fields[2]):6.1f} ms of work, '
                  f'{fields[3]} of more than 50 ms; {fields[4]} s in all', flush=True)
            if float(fields[2]) > worst:
                worst, step = float(fields[2]), fields[0]
        elif len(fields) == 2 and rows <= 100_000:
            bar(f'{fields[0]}, {rows} customers', float(fields[1]), 200, 'ms')
    bar(f'the window answers ({step})', worst, 100, 'ms')


def main():
    parser = argparse.ArgumentParser(description='Times Goodfit against its yardsticks.')
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--rows', type=int, default=1_000_000)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--huge', action='store_true', help='import ten million rows too (2 GB)')
    arguments = parser.parse_args()

    build = arguments.build.resolve()
    tools = build / 'tests/bench'
    work = build / 'bench'
    work.mkdir(exist_ok=True)
    cli = build / 'src/cli/goodfit-cli'
    app = build / 'src/app/goodfit'
    env = os.environ | {'GSETTINGS_SCHEMA_DIR': str(build / 'data')}

    def make(rows):
        path = work / f'customers-{rows}.csv'
        if not path.exists():
            with open(f'{path}.part', 'wb') as stream:
                subprocess.run([tools / 'generate-customers', str(rows)], stdout=stream, check=True)
            os.rename(f'{path}.part', path)
        return path

    large, small = make(arguments.rows), make(1000)
    size = large.stat().st_size / 1e6
    print(f'{arguments.rows} customers, 20 columns, {size:.0f} MB; medians of {arguments.runs} runs')
    load, processors = os.getloadavg()[0], os.cpu_count()
    if load > 0.5:
        print(f'other work goes on here ({load:.1f} on {processors} processors): what needs several threads, '
              f'or waits for the display, takes longer than it would')

    for rows in sorted({100_000, arguments.rows} | ({10_000_000} if arguments.huge else set())):
        compare_imports(make(rows), arguments.runs, tools, env)
    done = subprocess.run([tools / 'import-small', small, '15', '500'], capture_output=True, text=True, check=True)
    first, later = done.stdout.split()
    print(f'{"import of 15 rows, in process":34} {int(later):8d} µs  (the first {int(first)} µs)', flush=True)
    compare('inspect', arguments.runs,
            lambda: run([cli, 'inspect', large], env),
            lambda: run([tools / 'count-csv', large], env), 'libcsv, counting only')
    mine = ['--best', 'Lifetime value', '--share', '0.1', '--json']
    compare('mine', arguments.runs, lambda: run([cli, 'mine', large, *mine], env))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f'  {"peak memory":32} {peak:8.0f} MiB')

    for rows in sorted({100_000, arguments.rows}):
        mining(build, make(rows), arguments.runs, env, rows)

    for rows in sorted({100_000, arguments.rows}):
        show_project(rows, tools / 'open-project', make_project(rows, cli, make(rows), work, env),
                     arguments.runs)

    print('table of customers, the slowest of each kind')
    window_env = env | {'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory'}
    table(build, large, env, window_env)
    for rows in sorted({100_000, arguments.rows}):
        stalls(build, make(rows), window_env, rows)

    project = work / 'small.goodfit'
    project.unlink(missing_ok=True)
    run([cli, 'new', project, '--customers', small], env)
    compare('export to PDF, 1000 customers', arguments.runs,
            lambda: run([cli, 'export', project, '-o', work / 'page.pdf'], env))
    compare('start to first window', arguments.runs,
            lambda: start_of([app], build, env),
            lambda: start_of([tools / 'empty-window'], build, env), 'empty libadwaita window')
    print('all bars pass' if not MISSED else 'missed:')
    for line in MISSED:
        print(f'  {line}')


if __name__ == '__main__':
    main()
