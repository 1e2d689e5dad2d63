"""One whole run: make the database, start both servers, measure every job beside its floor."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from contextlib import ExitStack
from pathlib import Path
from uuid import UUID

from django.db import connection

from anhoriglots.database.address import data_folder
from anhoriglots.database.encryption import encrypt
from anhoriglots.people.queries import sort_key
from bench.generator.fill import Made
from bench.law import measure_law
from bench.progress import Progress

from .budgets import judge
from .cpu import memory
from .figures import Result
from .floors import PHONE, TARGET, TEXT, floor_requests
from .jobs import OK, SEE_OTHER, Cast, Job
from .measure import WARM_UP, Order, measure
from .people_at_work import Colleague, Visitor
from .report import HIGH, LOW, Findings, JobFindings, Results
from .request import Request
from .server import NotMeasured, Server, postmaster, serving
from .stage import read_stage, sold_twice
from .statements import TIMES, statements

_ATTEMPTS = 3
_AT_MOST_PER_SECOND = 400  # requests that a job with single-use forms can use up
_REST = 1.0  # seconds before memory is read


class Run:
    """A prepared database, ready to be measured. Django is set up as the web role, for this database."""

    def __init__(self, folder: Path, made: Made, seed: int, seconds: float, progress: Progress) -> None:
        self.folder = folder
        self.seed = seed
        self.seconds = seconds
        self.progress = progress
        self.stage = read_stage(made, seed=seed)
        self.database = postmaster(data_folder())

    def measure(self, size: int, wanted: Collection[Job]) -> Findings:
        """Measure the wanted jobs beside their floors."""
        made = self.stage.made
        bare = {
            "BENCH_MUNICIPALITY": made.municipality,
            "BENCH_BOARD": made.board,
            "DJANGO_SETTINGS_MODULE": "bench.floor_app.settings",
        }
        law = measure_law()
        with ExitStack() as stack:
            program = stack.enter_context(serving(os.environ, f"/{self.stage.slug}/"))
            floors = stack.enter_context(serving({**os.environ, **bare}, "/hello", target=TARGET))
            time.sleep(_REST)
            findings = Findings(
                size=size,
                seed=self.seed,
                on=time.strftime("%Y-%m-%d %H:%M"),
                machine=f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}",
                seconds=self.seconds,
                started_in=program.started_in,
                memory=memory(program.pid),
                raw=self._raw(),
                law=law,
            )
            self._jobs(program, floors, wanted, findings)
        findings.sold_twice = sold_twice(self.stage.public_slug)
        return findings

    def _jobs(self, program: Server, floors: Server, wanted: Collection[Job], findings: Findings) -> None:
        cast = self._cast(program)
        bare = floor_requests(self.stage, cast.ordinary.browser.cookies)
        for job in wanted:
            try:
                for name in filter(None, (job.floor, job.second)):
                    if name not in findings.floors:
                        findings.floors[name] = self._floor(name, bare[name], floors)
                findings.jobs.append(self._job(job, cast, program, findings.floors[job.floor]))
            except NotMeasured as reason:
                findings.left_out[job.name] = str(reason)
                self.progress.say(f"  {job.name}: left out: {reason}")

    def _cast(self, program: Server) -> Cast:
        stage = self.stage
        names = (stage.made.ordinary, stage.made.overloaded)
        board = UUID(stage.made.board)
        ordinary, overloaded = (Colleague(program.port, stage.slug, name, stage.users[name], board) for name in names)
        return Cast(stage, Visitor(program.port, stage.public_slug), ordinary, overloaded)

    def _floor(self, name: str, requests: list[Request], server: Server) -> Results:
        texts = [request.as_text(server.origin) for request in requests]
        order = Order(texts, SEE_OTHER if name == "create" else OK)
        return {level: self._steady(f"floor {name}", lambda: order, server, level) for level in (LOW, HIGH)}

    def _job(self, job: Job, cast: Cast, program: Server, floor: Results) -> JobFindings:
        seen = statements(job.make(cast, TIMES + 1), job.expected)

        def order() -> Order:
            count = int((self.seconds + WARM_UP) * _AT_MOST_PER_SECOND) if job.once else 0
            texts = [request.as_text(program.origin) for request in job.make(cast, count)]
            return Order(texts, job.expected, job.once)

        results = {level: self._steady(job.name, order, program, level) for level in (LOW, HIGH)}
        judgement = judge(job.budget, statements=len(seen), ours=results[HIGH], floor=floor[HIGH])
        return JobFindings(job.name, job.floor, job.second, job.budget, len(seen), seen, results, judgement)

    def _steady(self, name: str, order: Callable[[], Order], server: Server, level: int) -> Result:
        """Measure until nobody disturbed, at most three times; the least disturbed counts."""
        found: list[Result] = []
        while len(found) < _ATTEMPTS and all(result.disturbed for result in found):
            found.append(measure(order(), server, self.database, concurrency=level, seconds=self.seconds))
        best = min(found, key=lambda result: result.others)
        self.progress.say(
            f"  {name}, concurrency {level}: p50 {best.p50:.1f} ms, {best.per_second:.0f}/s, others {best.others:.0%}"
        )
        return best

    def _raw(self) -> dict[str, dict[str, float]]:
        made, stage, settings = self.stage.made, self.stage, connection.settings_dict
        guc = f"-c app.municipality={made.municipality} -c app.board={made.board}"
        order = {
            "connect": {
                "host": settings["HOST"], "dbname": settings["NAME"], "user": settings["USER"], "options": guc
            },
            "seconds": min(self.seconds, 3),
            "starts": [sort_key(name) for name in stage.names],
            "cases": [str(case) for _, case in stage.carers],
            "municipality": made.municipality,
            "board": made.board,
            "unit": str(stage.unit),
            "author": str(stage.author),
            "form": stage.form,
            # Real ciphertext, so that whoever opens these files later can read them.
            "phone": encrypt(PHONE.encode(), use="people_carer.phone").hex(),
            "text": encrypt(TEXT.encode(), use="casework_identifiedcontact.text").hex(),
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "bench.runner.raw"], input=json.dumps(order), stdout=subprocess.PIPE, text=True
        )
        if done.returncode != 0:
            raise NotMeasured("the prepared statements alone could not be measured")
        figures: dict[str, dict[str, float]] = json.loads(done.stdout)
        return figures
