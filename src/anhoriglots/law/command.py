"""``anhoriglots law``: list the rules, put questions and whole files of cases to them, check and release them.

Exit codes: 0 answered or all well, 1 the rules are faulty or a case came out otherwise than expected, 2 bad input.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from anhoriglots.kernel.dates import ISO_DAY, SWEDEN
from anhoriglots.kernel.document import Document
from anhoriglots.kernel.json_document import read_json

from . import check, listing, trying
from .catalogue import KIND_WORDS
from .errors import FaultyFile, FaultyLaw, LawError
from .handed_in import decide_from
from .presenting import decision_as_json, decision_in_words, print_json
from .registry import current_registry


class BadInput(Exception):
    """What was typed cannot be used; the message says what to do."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``law`` with its commands; each parsed command carries ``run``, from arguments to exit code."""
    law = subparsers.add_parser("law", help="vad lagen säger, dag för dag")
    commands = law.add_subparsers(dest="law_command", required=True, metavar="KOMMANDO")

    listed = commands.add_parser("list", help="visa alla regler och frågor, alla eller en viss dags")
    listed.add_argument("--on", metavar="DATUM", help="bara det som gäller den dagen, som 2026-07-01")
    listed.add_argument("--kind", choices=sorted(KIND_WORDS), help="bara regler av det slaget")
    listed.add_argument("--rule", metavar="NUMMER", help="bara den regeln, som A01")
    listed.add_argument("--json", action="store_true", help="svara med JSON")
    listed.set_defaults(run=_guarded(run_list))

    deciding = commands.add_parser("decide", help="ställ en fråga till lagen")
    deciding.add_argument("question", metavar="FRÅGA", help="frågans namn, se law list")
    deciding.add_argument("--on", metavar="DATUM", required=True, help="den dag det gäller, som 2026-07-01")
    deciding.add_argument("--facts", metavar="FIL", required=True, help="JSON-fil med uppgifter, eller - för inmatning")
    deciding.add_argument("--json", action="store_true", help="svara med JSON")
    deciding.set_defaults(run=_guarded(run_decide))

    tried = commands.add_parser("try", help="pröva egna fall ur en fil mot lagen")
    tried.add_argument("file", metavar="FIL", type=Path, help="YAML-fil med fall, se docs/contribute/law.md")
    tried.add_argument("--json", action="store_true", help="svara med JSON")
    tried.set_defaults(run=_guarded(run_try))

    checking = commands.add_parser("check", help="kontrollera källor, regler, exempel och det som är utgivet")
    checking.set_defaults(run=lambda _arguments: check.main(_today()))
    releasing = commands.add_parser("release", help="ge ut det som är nytt: det får sedan inte ändras")
    releasing.set_defaults(run=lambda _arguments: check.main_release(_today()))


def run_list(arguments: argparse.Namespace) -> int:
    """Print the catalogue and the questions."""
    registry = current_registry()
    number = (arguments.rule or "").upper()
    if number and number not in dict(registry.catalogue.rules()):
        raise BadInput("Det finns ingen regel med det numret. Numren är som A01.")
    wanted = listing.Wanted(_date(arguments.on) if arguments.on else None, arguments.kind or "", number)
    rules = list(listing.listed_rules(registry, wanted))
    questions = listing.listed_questions(registry, wanted, rules)
    if arguments.json:
        print_json(listing.as_json(rules, questions))
    else:
        print(listing.in_words(rules, questions))
    return 0


def run_decide(arguments: argparse.Namespace) -> int:
    """Print the answer to one question."""
    day = _date(arguments.on)
    decision = decide_from(current_registry(), arguments.question, day, _document(arguments.facts))
    if arguments.json:
        print_json(decision_as_json(decision))
    else:
        print(decision_in_words(decision))
    return 0


def run_try(arguments: argparse.Namespace) -> int:
    """Print what came of each case of a file; 0 when all came out as expected, 1 when some did not."""
    trials = trying.try_file(current_registry(), arguments.file)
    if arguments.json:
        print_json(trying.as_json(trials))
    else:
        print(trying.in_words(trials))
    return 1 if any(trial.as_expected is False for trial in trials) else 0


def _guarded(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    def guarded(arguments: argparse.Namespace) -> int:
        try:
            return run(arguments)
        except (BadInput, LawError) as error:
            print(f"Fel: {error}", file=sys.stderr)
            return 2
        except FaultyFile as error:
            print(f"Uppgifterna går inte att använda. Inget är besvarat.\n{error}", file=sys.stderr)
            return 2
        except FaultyLaw as error:
            print(f"Reglerna har fel och kan inte användas.\n{error}", file=sys.stderr)
            return 1

    return guarded


def _today() -> date:
    return datetime.now(SWEDEN).date()  # noqa: TID251 - a command is an edge that may ask the clock


def _date(text: str) -> date:
    try:
        if not ISO_DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput("Skriv datumet som år-månad-dag, till exempel 2026-07-01.") from None


def _document(file: str) -> Document:
    if file == "-":
        return read_json(sys.stdin.buffer, "inmatningen")
    return read_json(Path(file), Path(file).name or file)
