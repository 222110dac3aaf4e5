"""Configurations in installed packages: `package:NAME==VERSION/FILE` to a path, and the files that it depends on."""

from __future__ import annotations

import os
import re

from .config import FILE
from .errors import ConfigError

PREFIX = "package:"


def located(where: str, text: str) -> tuple[str, list[str]]:
    """Path of the configuration that `package:NAME[==VERSION][/FILE]` names, and of the metadata that its version is read from.

    The package is looked up, not imported. Raises ConfigError naming `where` for one that isn't installed or has another version.
    """
    import importlib.metadata
    import importlib.util

    named, _, file = text.removeprefix(PREFIX).partition("/")
    name, pinned, version = named.partition("==")
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    folders = list(spec.submodule_search_locations or ()) if spec else []
    if not folders:
        raise ConfigError(f"{where}: extends: there is no installed package '{name}'; install it beside presscheck, or name a file")
    stamps = []
    if pinned:
        owners = importlib.metadata.packages_distributions().get(name, [])
        found = [importlib.metadata.distribution(owner) for owner in sorted(set(owners))]
        versions = [one.version for one in found]
        if version not in versions:
            have = " and ".join(versions) or "none that is known"
            raise ConfigError(f"{where}: extends: expected version {version} of '{name}', found {have}; install {name}=={version}")
        folder = "{}-{}.dist-info"
        metadata = [
            one.locate_file(os.path.join(folder.format(re.sub(r"[-_.]+", "_", one.name), one.version), "METADATA")) for one in found
        ]
        stamps = [str(path) for path in metadata if os.path.isfile(str(path))]
    return os.path.join(os.path.abspath(folders[0]), *(file or FILE).split("/")), stamps
