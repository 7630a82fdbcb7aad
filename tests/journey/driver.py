# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a GTK application as a person would: eyes, pointer and keyboard.

A Desktop is a private X screen with a window manager, a session bus and an accessibility bus. An
App launched on it is looked at through the accessibility tree, whose nodes can be found by role and
name, clicked and typed into:

    with Desktop() as desktop:
        app = desktop.launch(['goodfit'])
        app.find('button', 'New Project').click()

What GTK 4.18 does not offer, and what is done instead:
- nodes take no focus on request: click them, or press Tab;
- coordinates are those of the window, and wrong inside popovers: use actions and keys there;
- rows that open something have no action: use mouse();
- only one Desktop can live in a process, as the accessibility library stays on its first bus.
"""

import glob
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# GTK 4 has no cache object on the accessibility bus, and the library complains of that each time.
GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *unused: None)

# Seconds until something that ought to happen is given up.
PATIENCE = float(os.environ.get('GOODFIT_PATIENCE', '10'))


def wait(condition, timeout=None, what='a condition'):
    """Polls condition() until it is true, and returns what it gave.

    The main context is run meanwhile, so that the accessibility cache follows."""
    timeout = PATIENCE if timeout is None else timeout
    end = time.monotonic() + timeout
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            result = condition()
            if result:
                return result
        except (GLib.Error, subprocess.CalledProcessError):
            pass        # a node or a window that went away while we looked at it
        if time.monotonic() > end:
            raise AssertionError(f'waited {timeout:g} s in vain for {what}')
        time.sleep(0.03)


class Node:
    """One thing that the application shows to assistive technology."""

    def __init__(self, accessible, app):
        self.accessible = accessible
        self.app = app

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    # --- what it is ---

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def parent(self):
        return Node(self.accessible.get_parent(), self.app)

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def label(self):
        """The name; else the text that labels it (menu items); else the labels in it (rows)."""
        if self.name:
            return self.name
        targets = [relation.get_target(0) for relation in self.accessible.get_relation_set()
                   if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
        return (' '.join(Atspi.Text.get_text(target, 0, -1) for target in targets)
                or ' '.join(node.name for node in self.walk() if node.role == 'label'))

    def text(self):
        """What is written in it, or its name where it holds no text."""
        accessible = self.accessible
        if not accessible.get_text_iface():
            return self.name
        return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))

    def value(self):
        return self.accessible.get_value_iface().get_current_value()

    def actions(self):
        actions = self.accessible.get_action_iface()
        return [actions.get_action_name(i) for i in range(actions.get_n_actions())] if actions else []

    # --- what is in it ---

    def children(self):
        found = (self.accessible.get_child_at_index(i)
                 for i in range(self.accessible.get_child_count()))
        return [Node(child, self.app) for child in found if child]

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def matches(self, role, name, showing, states):
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            if not name.search(self.label):
                return False
        elif name is not None and name != self.name and not (role and name == self.label):
            return False
        wanted = set(states) | ({'showing'} if showing else set())
        return not wanted or wanted <= self.states

    def all(self, role=None, name=None, showing=True, states=()):
        """Every node in it with this role and name (a string, or a pattern searched for)."""
        found = []
        for node in self.walk():
            try:
                if node.matches(role, name, showing, states):
                    found.append(node)
            except GLib.Error:
                pass        # it went away
        return found

    def find(self, role=None, name=None, timeout=None, nth=0, **how):
        """The nth such node, waited for."""
        return wait(lambda: (self.all(role, name, **how)[nth:] or [None])[0], timeout,
                    f'{role} {name!r} in {self!r}')

    def gone(self, role=None, name=None, timeout=None, **how):
        """Waits until there is no such node."""
        wait(lambda: not self.all(role, name, **how), timeout, f'{role} {name!r} to go')

    def tree(self, depth=0):
        """The whole of it as text, for finding out why a find() failed."""
        line = f"{'  ' * depth}{self.role} {self.name!r}"
        if self.description:
            line += f' description={self.description!r}'
        if self.accessible.get_text_iface() and self.text() != self.name:
            line += f' text={self.text()!r}'
        if self.accessible.get_value_iface():
            line += f' value={self.value()}'
        if self.actions():
            line += f' actions={self.actions()}'
        telling = {'focused', 'checked', 'selected', 'expanded', 'showing'}
        line += ' ' + ' '.join(sorted(self.states & telling)) + '\n'
        return line + ''.join(child.tree(depth + 1) for child in self.children())

    # --- acting through the accessibility bus ---

    def click(self, action=None):
        names = self.actions()
        assert names, f'{self!r} has no action'
        usual = next((name for name in ('click', 'activate', 'press') if name in names), names[0])
        index = names.index(action or usual)
        done = self.accessible.get_action_iface().do_action(index)
        assert done, f'{self!r} refused {action or usual}'

    def set_text(self, text):
        done = (self.accessible.get_editable_text_iface()
                and Atspi.EditableText.set_text_contents(self.accessible, text))
        assert done, f'{self!r} cannot be edited'

    def set_value(self, value):
        assert self.accessible.get_value_iface().set_current_value(value), f'{self!r} takes no value'

    # --- acting with pointer and keyboard ---

    def rectangle(self):
        """x, y, width and height on the screen."""
        def extents(node):
            return node.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

        frame = self
        while frame.parent.role != 'application':
            frame = frame.parent
        mine, outer = extents(self), extents(frame)
        left, top = self.app.desktop.window_origin(self.app, frame.name or None)
        return left + mine.x - outer.x, top + mine.y - outer.y, mine.width, mine.height

    def mouse(self, button=1, count=1, at=(.5, .5)):
        x, y, width, height = self.rectangle()
        desktop = self.app.desktop
        desktop.xdo('mousemove', int(x + width * at[0]), int(y + height * at[1]))
        desktop.xdo('click', '--repeat', count, '--delay', 60, button)

    def type(self, text, clear=True):
        """Clicks it and types with real key presses, over what it held."""
        self.mouse()
        if clear:
            self.app.desktop.key('ctrl+a')
        self.app.desktop.type(text)


class Desktop:
    """A private screen, session bus and accessibility bus. Everything ends with it."""

    def __init__(self, size='1400x1000', window_manager=('openbox',), env=None):
        self.processes = []
        self.dir = tempfile.mkdtemp(prefix='goodfit-desktop-')
        try:
            self.start(size, window_manager, env or {})
        except BaseException:
            self.close()
            raise

    def start(self, size, window_manager, env):
        # An X server makes this folder itself only when it is root's.
        os.makedirs('/tmp/.X11-unix', 0o1777, exist_ok=True)
        for folder in ('run', 'config', 'data', 'state', 'cache', 'home'):
            os.mkdir(f'{self.dir}/{folder}', 0o700)
        mine = ('WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'XAUTHORITY')
        self.env = {name: value for name, value in os.environ.items() if name not in mine}
        self.env |= {
            'HOME': f'{self.dir}/home', 'XDG_RUNTIME_DIR': f'{self.dir}/run',
            'XDG_CONFIG_HOME': f'{self.dir}/config', 'XDG_DATA_HOME': f'{self.dir}/data',
            'XDG_STATE_HOME': f'{self.dir}/state', 'XDG_CACHE_HOME': f'{self.dir}/cache',
            'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'GSETTINGS_BACKEND': 'memory',
            'GIO_USE_VFS': 'local', 'GDK_DEBUG': 'no-portals', 'ADW_DISABLE_PORTAL': '1',
            'LANG': 'C.UTF-8', 'LIBGL_ALWAYS_SOFTWARE': '1'}
        self.env |= env
        self.set_appearance()
        self.env['DISPLAY'] = ':' + self.spawn_and_hear(
            lambda fd: ['Xvfb', '-displayfd', str(fd), '-screen', '0', f'{size}x24',
                        '-nolisten', 'tcp', '-noreset'], 'xvfb.log')
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self.spawn_and_hear(
            lambda fd: ['dbus-daemon', '--session', '--nofork', '--nopidfile',
                        f'--print-address={fd}', f'--address=unix:dir={self.dir}/run'], 'dbus.log')
        wait(lambda: subprocess.run(['xdpyinfo'], env=self.env, capture_output=True).returncode == 0,
             what='the X server')
        # The accessibility library reads its buses from this process's environment.
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'):
            os.environ[name] = self.env[name]
        if window_manager:
            self.spawn(list(window_manager), 'window-manager.log')
        assert Atspi.init() in (0, 1), 'no accessibility bus: ' + self.read('dbus.log')
        Atspi.set_timeout(3000, 10000)

    def read(self, log):
        with open(f'{self.dir}/{log}', encoding='utf-8', errors='replace') as stream:
            return stream.read()

    def set_appearance(self, font='Inter 11', buttons=':close'):
        """Font and window buttons for what is launched next.

        Without a settings daemon the toolkit's own choice differs between systems. Adwaita Sans,
        which GNOME has, is Inter but for a few letters. Without a compositor the toolkit puts a
        frame around its windows that nobody has at home: it is taken away."""
        folder = f'{self.dir}/config/gtk-4.0'
        os.makedirs(folder, exist_ok=True)
        with open(f'{folder}/settings.ini', 'w', encoding='utf-8') as stream:
            stream.write(f'[Settings]\ngtk-font-name={font}\ngtk-decoration-layout={buttons}\n')
        with open(f'{folder}/gtk.css', 'w', encoding='utf-8') as stream:
            stream.write('window.solid-csd { margin: 0; padding: 0; border: none; '
                         'border-radius: 0; box-shadow: none; }\n')

    def set_text_scale(self, scale):
        """How much larger than usual text is, for what is launched next."""
        subprocess.run(['xrdb', '-nocpp', '-load', '-'], input=f'Xft.dpi: {int(96 * scale)}\n',
                       text=True, env=self.env, check=True)

    def spawn(self, argv, log, **how):
        how.setdefault('env', self.env)
        with open(f'{self.dir}/{log}', 'wb') as stream:
            process = subprocess.Popen([str(word) for word in argv], stdin=subprocess.DEVNULL,
                                       stdout=stream, stderr=stream, start_new_session=True, **how)
        self.processes.append(process)
        return process

    def spawn_and_hear(self, argv_for, log):
        """Starts argv_for(fd), and returns the line that it writes to fd.

        The line is read to its end: an X server whose line is not dies."""
        reader, writer = os.pipe()
        self.spawn(argv_for(writer), log, pass_fds=(writer,))
        os.close(writer)
        with open(reader, encoding='utf-8') as stream:
            return stream.readline().strip()

    def launch(self, argv, env=None, timeout=20, log='app.log', name=None):
        """Starts an application and waits for its window.

        name is what it calls itself on the bus, for one whose process we do not see."""
        app = App(self, self.spawn(argv, log, env=self.env | (env or {})), log, name)
        app.root = Node(wait(app.look, timeout, f'{argv[0]} on the accessibility bus'), app)
        app.find('frame', timeout=timeout)
        return app

    def xdo(self, *words):
        return subprocess.run(['xdotool', *map(str, words)], env=self.env, check=True,
                              capture_output=True, text=True).stdout

    def key(self, *keys):
        self.xdo('key', '--clearmodifiers', '--delay', 30, *keys)

    def type(self, text):
        self.xdo('type', '--clearmodifiers', '--delay', 15, '--', text)

    def window_id(self, app, title=None):
        """The X window of the application with this title, or its latest."""
        who = [] if app.name else ['--pid', app.process.pid]
        pattern = f'^{re.escape(title)}$' if title else '.'
        found = self.xdo('search', '--all', '--onlyvisible', *who, '--name', pattern).split()
        return found[-1]

    def window_origin(self, app, title=None):
        information = subprocess.run(['xwininfo', '-id', self.window_id(app, title)], env=self.env,
                                     check=True, capture_output=True, text=True).stdout
        return tuple(int(re.search(rf'Absolute upper-left {axis}: +(-?\d+)', information)[1])
                     for axis in 'XY')

    def resize(self, app, width, height):
        self.xdo('windowsize', '--sync', self.window_id(app), width, height)

    def picture(self, path, window=None):
        """The whole screen, or one X window, as PNG."""
        subprocess.run(['import', '-window', window or 'root', str(path)], env=self.env, check=True)

    def close(self):
        for process in reversed(self.processes):        # the application first, the screen last
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(self.dir, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.close()


class App:
    """An application on a Desktop; find(), all(), tree() and the like look at the whole of it."""

    def __init__(self, desktop, process, log, name):
        self.desktop = desktop
        self.process = process
        self.log = log
        self.name = name
        self.root = None

    def __getattr__(self, verb):
        if verb.startswith('__') or self.__dict__.get('root') is None:
            raise AttributeError(verb)
        return getattr(self.root, verb)

    def look(self):
        """Its accessible, once it has something to show."""
        assert self.process.poll() is None, \
            f'the application ended with {self.process.returncode}:\n{self.output()}'
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if not child or not child.get_child_count():
                continue
            if child.get_name() == self.name or child.get_process_id() == self.process.pid:
                return child
        return None

    def output(self):
        """All that it has written to standard output and error."""
        return self.desktop.read(self.log)

    def is_busy(self):
        """Whether one of its threads runs, waits for its turn or for the disk."""
        for stat in glob.glob(f'/proc/{self.process.pid}/task/*/stat'):
            try:
                with open(stat, encoding='utf-8') as stream:
                    if stream.read().rpartition(')')[2].split()[0] in 'RD':
                        return True
            except OSError:
                pass        # a thread that ended while we looked at it
        return False

    def quit(self, keys='ctrl+q', timeout=10):
        """Closes it as a person would, and returns its exit status."""
        self.desktop.key(keys)
        return self.process.wait(timeout)
