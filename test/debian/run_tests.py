"""Run unit tests and write what became of each as JSON.

    python3 run_tests.py REPORT MODULE...

A MODULE is a module, or a package with all test modules in it. The report
maps the id of each test to "passed", "failed", "skipped" or, where a module
cannot be imported, to "failed" under the id that unittest makes up for it.
"""

import importlib
import json
import os
import sys
import unittest


class Outcomes(unittest.TextTestResult):
    """Remembers the outcome of each test by its id."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = {}

    def addSuccess(self, test):
        super().addSuccess(test)
        # A test with subtests that failed reports no success.
        self.outcomes[test.id()] = 'passed'

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.outcomes[test.id()] = 'skipped'

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.outcomes[test.id()] = 'passed'

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.outcomes[test.id()] = 'failed'

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.outcomes[test.id()] = 'failed'

    def addError(self, test, err):
        super().addError(test, err)
        self.outcomes[test.id()] = 'failed'

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.outcomes[test.id()] = 'failed'


def load(loader, name):
    module = importlib.import_module(name)
    if not hasattr(module, '__path__'):
        return loader.loadTestsFromName(name)
    # Where the package lies, not where another of the same name does.
    folder = os.path.dirname(module.__file__)
    top = folder
    for _part in name.split('.'):
        top = os.path.dirname(top)
    return loader.discover(folder, top_level_dir=top)


def main(report, *names):
    loader = unittest.TestLoader()
    suite = unittest.TestSuite(load(loader, name) for name in names)
    result = unittest.TextTestRunner(resultclass=Outcomes).run(suite)
    with open(report, 'w', encoding='utf-8') as stream:
        json.dump(result.outcomes, stream, indent=1, sort_keys=True)


main(*sys.argv[1:])
