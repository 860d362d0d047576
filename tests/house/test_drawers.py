"""Each drawer opens only what it may: verbs know no request, rooms lend nobody their face, act and line are one."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house import sources
from tests.house.sources import FACES, calls, functions, house_modules, imports, name, nothing, room_of, tree

REQUEST_AND_RESPONSE = ("django.http", "django.shortcuts", "django.template", "django.views", "django.forms", "django.urls")


LENT_BY_THE_CELLAR = {"chrome", "press"}  # what they call pages is for everyone above


@cache
def _writers() -> dict[str, str]:
    """`record`, and what a room puts around it: functions that call it and are themselves told the verb, with their room."""
    around = {
        function.name: room_of(path)
        for path in house_modules()
        if room_of(path) not in ("", "ledger")
        for function in tree(path).body
        if isinstance(function, ast.FunctionDef) and [each.arg for each in function.args.args][:1] == ["verb"]
        if any(call == "record" for call, _ in calls(function))
    }
    return {"record": "", **around}


def _records(node: ast.AST, room: str) -> bool:
    writers = _writers()
    return any(call in writers and writers[call] in ("", room) for call, _ in calls(node))


def _verbs() -> list[Path]:
    return [path for path in house_modules() if room_of(path) not in ("", "ledger") and _records(tree(path), room_of(path))]


def _face(module: str) -> str:
    """The room whose face this is: `newswire` for `commonwire.newswire.views`, else empty."""
    parts = module.split(".")
    return parts[1] if len(parts) > 2 and parts[0] == "commonwire" and FACES & set(parts[2:]) else ""


def test_a_verb_knows_no_request() -> None:
    nothing(
        f"{name(path, node.lineno)} a verb imports {module}: check and change here, speak HTTP in views.py"
        for path in _verbs()
        for module, node in imports(tree(path))
        if module.startswith(REQUEST_AND_RESPONSE) or _face(module)
    )


def test_a_face_writes_no_line_in_the_ledger() -> None:
    nothing(
        f"{name(path)} records an act: move the act into a verb of its own file and call that"
        for path in _verbs()
        if path.stem in FACES or path.stem in ("models", "rules", "queries", "urls", "middleware")
    )


def test_no_room_borrows_another_rooms_face() -> None:
    nothing(
        f"{name(path, node.lineno)} imports {module}: a room's views, forms and pages are its own; share a rule, a query or a verb"
        for path in house_modules()
        for module, node in imports(tree(path))
        if room_of(path) and _face(module) not in {"", room_of(path)} | LENT_BY_THE_CELLAR
    )


def _recording(path: Path) -> Iterator[ast.FunctionDef]:
    """The public functions of a module that write a line themselves."""
    for function in tree(path).body:
        public = isinstance(function, ast.FunctionDef) and not function.name.startswith("_") and function.name not in _writers()
        if isinstance(function, ast.FunctionDef) and public and _records(function, room_of(path)):
            yield function


def _is_atomic(function: ast.FunctionDef) -> bool:
    marks = [ast.unparse(mark) for mark in function.decorator_list]
    opened = [ast.unparse(each.context_expr) for node in ast.walk(function) if isinstance(node, ast.With) for each in node.items]
    return any(word.startswith(("transaction.atomic", "atomic")) for word in marks + opened)


def test_act_and_line_stand_or_fall_together() -> None:
    nothing(
        f"{name(path, function.lineno)} {function.name} records outside of a transaction: add @transaction.atomic"
        for path in _verbs()
        for function in _recording(path)
        if not _is_atomic(function)
    )


def test_a_verb_takes_keywords_only() -> None:
    nothing(
        f"{name(path, function.lineno)} {function.name} takes {len(function.args.args)} arguments by position: put * before them"
        for path in _verbs()
        for function in _recording(path)
        if function.args.args or function.args.posonlyargs
    )


def test_models_hold_no_rules_in_save_and_nobody_listens_to_signals() -> None:
    overriding = (
        f"{name(path, function.lineno)} overrides {function.name}(): say it in a verb or as a constraint in the database"
        for path in house_modules()
        if path.stem == "models" or "models" in path.parent.parts
        for function in functions(tree(path))
        if function.name in ("save", "delete", "clean", "full_clean")
    )
    listening = (
        f"{name(path, node.lineno)} imports {module}: react to the ledger's line instead (@reacts)"
        for path in house_modules()
        for module, node in imports(tree(path))
        if module.startswith(("django.dispatch", "django.db.models.signals"))
    )
    nothing([*overriding, *listening])


def test_a_late_import_gives_its_reason() -> None:
    nothing(
        f"{name(path, node.lineno)} imports inside of {function.name}(): move it to the top, or say why on the line"
        for path in house_modules()
        for function in functions(tree(path))
        for _, node in imports(function)
        if "#" not in "".join(sources.text(path).splitlines()[node.lineno - 1 : node.end_lineno])
    )
