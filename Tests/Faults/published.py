"""What stands in a folder that kt-sink publishes to, and whether it is whole."""
import os, re, subprocess

# The time, and the sum of a codec's file, which is left out where that can't be read.
VARYING = re.compile(rb'^ *"created": .*\n|(?<=\.so\.\d) crc32:[0-9a-f]{8}', re.MULTILINE)


def snapshot(folder):
    """The content of all files by their paths, without what varies in manifests and without hidden files; empty where there is no folder."""
    files = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith("."): continue
            path = os.path.join(place, name)
            with open(path, "rb") as file: content = file.read()
            if name.endswith("manifest.json"): content = VARYING.sub(b"", content)
            files[os.path.relpath(path, folder)] = content
    return files


def debris(folder):
    """The hidden files and folders: what a run keeps for itself alone."""
    return sorted(os.path.relpath(os.path.join(place, name), folder)
                  for place, folders, names in os.walk(folder) for name in folders + names if name.startswith("."))


def folders(folder):
    return sorted(os.path.relpath(os.path.join(place, name), folder) for place, names, _ in os.walk(folder) for name in names)


def artifacts(files): return {path: content for path, content in files.items() if not path.endswith("manifest.json")}


def has_manifest(files): return any(path.endswith("manifest.json") for path in files)


def objections(folder):
    """What `kt-sink verify` has against the exports in a folder; nothing where there is none."""
    if not has_manifest(snapshot(folder)): return ""
    done = subprocess.run(["kt-sink", "verify", folder], capture_output=True, text=True)
    return "" if done.returncode == 0 and not done.stderr else f"verify {done.returncode}: {done.stdout}{done.stderr}"


def state(folder, old, new, killed=False):
    """'new', 'old', 'none' where no manifest stands, or 'broken'; an old one of no files is 'none', too.

    A killed run may leave files beside the old export that the next one removes or takes.
    """
    files = snapshot(folder)
    if files == new: return "new"
    if files == old: return "old" if old else "none"
    if not has_manifest(files): return "none"
    kept = {path: content for path, content in old.items() if path != "SHA256SUMS"}
    # What lists the new files already is replaced before the manifest.
    return "old" if killed and old and kept.items() <= files.items() else "broken"
