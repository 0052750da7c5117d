"""Types into a shell at a real terminal, as a person does, and prints all that the terminal shows.

Standard input holds a list of steps as JSON: ["expect", TEXT] waits until the text is shown, behind what earlier steps have
waited for; ["send", TEXT] types it; ["signal", NAME, TEXT] sends a signal to the process whose number stands behind TEXT.
"""
import json, os, pty, re, select, signal, sys, time

steps = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.execvp("bash", ["bash", "--norc", "--noprofile", "--noediting", "-i"])

shown = ""
seen = 0


def read(patience):
    global shown
    ready, _, _ = select.select([terminal], [], [], patience)
    if not ready:
        return True
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    shown += data.decode("utf-8", "replace")
    return len(data) > 0


status = 0
for step in steps:
    if step[0] == "send":
        os.write(terminal, step[1].encode())
    elif step[0] == "signal":
        os.kill(int(re.search(re.escape(step[2]) + r"(\d+)", shown).group(1)), getattr(signal, step[1]))
    else:
        until = time.monotonic() + 20
        while shown.find(step[1], seen) < 0 and time.monotonic() < until and read(0.2):
            pass
        at = shown.find(step[1], seen)
        if at < 0:
            print(f"never shown: {step[1]!r}")
            status = 1
            break
        seen = at + len(step[1])
os.close(terminal)
sys.stdout.write(shown)
sys.exit(status)
