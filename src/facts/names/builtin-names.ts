/** Names of Python 3's `builtins`. */
const PYTHON3 = `ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError
ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError
Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit
IOError ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented
NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration
SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError
UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError
Warning WindowsError ZeroDivisionError __build_class__ __debug__ __import__ abs aiter all anext any ascii bin bool
breakpoint bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod
enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input int
isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print
property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip`;

/** Names that only Python 2's `__builtin__` has. */
const PYTHON2 = `StandardError apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload
unichr unicode xrange`;

/** Names that every module has. */
const MODULE = `__name__ __file__ __doc__ __package__ __path__ __spec__ __loader__ __builtins__ __all__ __dict__
__annotations__ __cached__`;

const words = (text: string): readonly string[] => text.split(/\s+/);

/** Names that need no definition in Python 3, or in any Python. */
export const commonNames: ReadonlySet<string> = new Set([...words(PYTHON3), ...words(MODULE)]);

/** Builtin names that Python 3 took away. */
export const python2Names: ReadonlySet<string> = new Set(words(PYTHON2));

/**
 * The builtin exceptions with their bases (docs.python.org "Exception hierarchy", Python 3's aliases resolved);
 * `undefined` for any other name.
 */
export function builtinExceptionBase(name: string): string | undefined {
  return EXCEPTION_BASES.get(name);
}

/** `OSError` for its aliases `IOError`, `EnvironmentError`, `WindowsError`; the name itself otherwise. */
export function canonicalException(name: string): string {
  return name === "IOError" || name === "EnvironmentError" || name === "WindowsError" ? "OSError" : name;
}

const EXCEPTION_BASES = new Map(
  `Exception<BaseException SystemExit<BaseException KeyboardInterrupt<BaseException GeneratorExit<BaseException
StopIteration<Exception ArithmeticError<Exception ZeroDivisionError<ArithmeticError OverflowError<ArithmeticError
AssertionError<Exception AttributeError<Exception BufferError<Exception EOFError<Exception ImportError<Exception
ModuleNotFoundError<ImportError LookupError<Exception IndexError<LookupError KeyError<LookupError
MemoryError<Exception NameError<Exception UnboundLocalError<NameError OSError<Exception
BlockingIOError<OSError ChildProcessError<OSError ConnectionError<OSError BrokenPipeError<ConnectionError
ConnectionAbortedError<ConnectionError ConnectionRefusedError<ConnectionError ConnectionResetError<ConnectionError
FileExistsError<OSError FileNotFoundError<OSError InterruptedError<OSError IsADirectoryError<OSError
NotADirectoryError<OSError PermissionError<OSError ProcessLookupError<OSError TimeoutError<OSError
ReferenceError<Exception RuntimeError<Exception NotImplementedError<RuntimeError RecursionError<RuntimeError
SyntaxError<Exception IndentationError<SyntaxError TabError<IndentationError SystemError<Exception
TypeError<Exception ValueError<Exception UnicodeError<ValueError UnicodeDecodeError<UnicodeError
UnicodeEncodeError<UnicodeError Warning<Exception IOError<Exception EnvironmentError<Exception
WindowsError<Exception`
    .split(/\s+/)
    .map((pair) => pair.split("<") as [string, string]),
);
