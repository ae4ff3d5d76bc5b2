/**
 * The names of modules of the standard library that code of OpenStack uses most, of Python 2.7 to 3.14 together, and of six,
 * which stands for both of them.
 *
 * Made from `dir()` of the modules; names between double underscores are left out.
 */
export const standardNames: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    [
      "os",
      `CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC EFD_NONBLOCK
EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOTFOUND
EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK
F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB
MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB
MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK MFD_HUGE_SHIFT Mapping MutableMapping
NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_BINARY O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL
O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NOINHERIT O_NONBLOCK O_PATH O_RANDOM O_RDONLY
O_RDWR O_RSYNC O_SEQUENTIAL O_SHORT_LIVED O_SYNC O_TEMPORARY O_TEXT O_TMPFILE O_TRUNC O_WRONLY
POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL
POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2 POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER
P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT PathLike RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL
RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH
SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE
SEEK_SET SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV
ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX UserDict WCONTINUED
WCOREDUMP WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED
WSTOPSIG WTERMSIG WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK _Environ _check_methods
_execvpe _exists _exit _fspath _fwalk _get_exports_list _spawnvef _walk _wrap_close abc abort access
add_dll_directory altsep chdir chflags chmod chown chroot close closerange confstr confstr_names
copy_file_range cpu_count ctermid curdir defpath device_encoding devnull dup dup2 environ environb errno
error eventfd eventfd_read eventfd_write execl execle execlp execlpe execv execve execvp execvpe extsep
fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode fspath fstat fstatvfs fsync
ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size getcwd getcwdb getcwdu getegid
getenv getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid
getpriority getrandom getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg lchflags
lchmod lchown linesep link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create
minor mkdir mkfifo mknod name nice open openpty pardir path pathconf pathconf_names pathsep pidfd_open pipe
pipe2 plock popen popen2 popen3 popen4 posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv
process_cpu_count putenv pwrite pwritev read readlink readv register_at_fork remove removedirs removexattr
rename renames replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity
sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam
sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable setegid seteuid setgid setgroups
setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl
spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice st startfile stat stat_result statvfs
statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids supports_fd
supports_follow_symlinks symlink sync sys sysconf sysconf_names system tcgetpgrp tcsetpgrp tempnam
terminal_size times times_result tmpfile tmpnam truncate ttyname umask uname uname_result unlink unsetenv
unshare urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk write writev`,
    ],
    [
      "six",
      `BytesIO Iterator MAXSIZE Module_six_moves_urllib Module_six_moves_urllib_error Module_six_moves_urllib_parse
Module_six_moves_urllib_request Module_six_moves_urllib_response Module_six_moves_urllib_robotparser
MovedAttribute MovedModule PY2 PY3 PY34 StringIO _LazyDescr _LazyModule _MovedItems _SixMetaPathImporter
_add_doc _import_module _importer _moved_attributes absolute_import add_metaclass add_move advance_iterator
assertCountEqual assertNotRegex assertRaisesRegex assertRegex b binary_type byte2int callable class_types
create_bound_method create_unbound_method ensure_binary ensure_str ensure_text exec_ functools
get_function_closure get_function_code get_function_defaults get_function_globals get_method_function
get_method_self get_unbound_function indexbytes int2byte integer_types iterbytes iteritems iterkeys
iterlists itertools itervalues moves next operator print_ python_2_unicode_compatible raise_from
remove_move reraise spec_from_loader string_types sys text_type types u unichr viewitems viewkeys
viewvalues with_metaclass wraps`,
    ],
    [
      "time",
      `CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
CLOCK_THREAD_CPUTIME_ID _STRUCT_TM_ITEMS altzone asctime clock clock_getres clock_gettime clock_gettime_ns
clock_settime clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns
perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime strptime
struct_time thread_time thread_time_ns time time_ns timezone tzname tzset`,
    ],
    [
      "json",
      `JSONDecodeError JSONDecoder JSONEncoder _default_decoder _default_encoder codecs decoder detect_encoding
dump dumps encoder load loads read scanner write`,
    ],
    [
      "copy",
      `Error _copy_dispatch _copy_immutable _deepcopy_atomic _deepcopy_dict _deepcopy_dispatch _deepcopy_list
_deepcopy_method _deepcopy_tuple _keep_alive _reconstruct copy deepcopy dispatch_table error replace`,
    ],
    [
      "re",
      `A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S Scanner T TEMPLATE U
UNICODE VERBOSE X _MAXCACHE _cache _casefix _compile _compile_repl _compiler _constants _expand _parser
_pickle _special_chars_map _subx compile copyreg enum error escape findall finditer fullmatch functools
match purge search split sub subn template`,
    ],
    [
      "shutil",
      `COPY_BUFSIZE Error ExecError ReadError RegistryError SameFileError SpecialFileError _ARCHIVE_FORMATS
_BZ2_SUPPORTED _GiveupOnFastCopy _HAS_FCOPYFILE _LZMA_SUPPORTED _UNPACK_FORMATS _USE_CP_SENDFILE _WINDOWS
_WIN_DEFAULT_PATHEXT _ZLIB_SUPPORTED _access_check _basename _check_unpack_options _copyfileobj_readinto
_copytree _copyxattr _destinsrc _ensure_directory _fastcopy_fcopyfile _fastcopy_sendfile _find_unpack_format
_get_gid _get_uid _is_immutable _islink _make_tarball _make_zipfile _ntuple_diskusage _rmtree_isdir
_rmtree_islink _rmtree_safe_fd _rmtree_unsafe _samefile _stat _unpack_tarfile _unpack_zipfile
_use_fd_functions chown collections copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage
errno fnmatch get_archive_formats get_terminal_size get_unpack_formats ignore_patterns make_archive move nt
os posix register_archive_format register_unpack_format rmtree stat sys unpack_archive
unregister_archive_format unregister_unpack_format which`,
    ],
    [
      "glob",
      `_dir_open_flags _glob0 _glob1 _glob2 _iglob _isdir _ishidden _isrecursive _iterdir _join _lexists _listdir
_rlistdir contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check magic_check_bytes
os re stat sys translate`,
    ],
    [
      "tempfile",
      `NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile _O_TMPFILE_WORKS _Random
_RandomNameSequence _TemporaryFileCloser _TemporaryFileWrapper _allocate_lock _bin_openflags
_candidate_tempdir_list _errno _exists _functools _get_candidate_names _get_default_tempdir _gettempdir
_infer_return_type _io _mkstemp_inner _name_sequence _once_lock _os _sanitize_params _shutil _sys
_text_openflags _thread _types _warnings _weakref gettempdir gettempdirb gettempprefix gettempprefixb
mkdtemp mkstemp mktemp tempdir template`,
    ],
    [
      "uuid",
      `Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT
RESERVED_NCS RFC_4122 SafeUUID UUID _AIX _GETTERS _LINUX _MAC_DELIM _MAC_OMITS_LEADING_ZEROES _OS_GETTERS
_UuidCreate _arp_getnode _find_mac_near_keyword _find_mac_under_heading _generate_time_safe
_get_command_stdout _has_uuid_generate_time_safe _ifconfig_getnode _ip_getnode _ipconfig_getnode
_is_universal _lanscan_getnode _last_timestamp _load_system_functions _netbios_getnode _netstat_getnode
_node _parse_mac _platform_system _random_getnode _simple_enum _unix_getnode _uuid _windll_getnode bytes_
getnode int_ os platform sys uuid1 uuid3 uuid4 uuid5`,
    ],
    [
      "random",
      `BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI WichmannHill _ONE _Sequence _Set
_accumulate _acos _bisect _ceil _cos _e _exp _floor _index _inst _isfinite _log _os _pi _random _repeat
_sha512 _sin _sqrt _test _test_generator _urandom _warn betavariate choice choices expovariate gammavariate
gauss getrandbits getstate jumpahead lognormvariate normalvariate paretovariate randbytes randint random
randrange sample seed setstate shuffle triangular uniform vonmisesvariate weibullvariate`,
    ],
    [
      "base64",
      `MAXBINSIZE MAXLINESIZE _85encode _A85END _A85START _B32_DECODE_DOCSTRING _B32_DECODE_MAP01_DOCSTRING
_B32_ENCODE_DOCSTRING _a85chars _a85chars2 _b32alphabet _b32decode _b32encode _b32hexalphabet _b32rev
_b32tab2 _b85alphabet _b85chars _b85chars2 _b85dec _bytes_from_decode_data _input_type_check
_urlsafe_decode_translation _urlsafe_encode_translation a85decode a85encode b16decode b16encode b32decode
b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types decode
decodebytes decodestring encode encodebytes encodestring main re standard_b64decode standard_b64encode
struct test test_ urlsafe_b64decode urlsafe_b64encode z85decode z85encode`,
    ],
    [
      "hashlib",
      `_hashlib algorithms algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new
pbkdf2_hmac scrypt sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256`,
    ],
    [
      "functools",
      `GenericAlias RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES _CacheInfo _HashedSeq _NOT_FOUND _c3_merge _c3_mro
_compose_mro _convert _find_impl _ge_from_gt _ge_from_le _ge_from_lt _gt_from_ge _gt_from_le _gt_from_lt
_initial_missing _le_from_ge _le_from_gt _le_from_lt _lru_cache_wrapper _lt_from_ge _lt_from_gt _lt_from_le
_make_key _unwrap_partial cache cached_property cmp_to_key get_cache_token lru_cache namedtuple partial
partialmethod recursive_repr reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps`,
    ],
    [
      "itertools",
      `_grouper _tee _tee_dataobject accumulate batched chain combinations combinations_with_replacement compress
count cycle dropwhile filterfalse groupby ifilter ifilterfalse imap islice izip izip_longest pairwise
permutations product repeat starmap takewhile tee zip_longest`,
    ],
    [
      "threading",
      `Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore TIMEOUT_MAX
Thread ThreadError Timer WeakSet _CRLock _DummyThread _Event _HAVE_THREAD_NATIVE_ID _MainThread _PyRLock
_RLock _SHUTTING_DOWN _Timer _active _active_limbo_lock _after_fork _allocate_lock _count _counter _dangling
_deque _enumerate _islice _limbo _main_thread _maintain_shutdown_locks _make_invoke_excepthook _newname _os
_profile_hook _register_atexit _set_sentinel _shutdown _shutdown_locks _shutdown_locks_lock _sleep
_start_new_thread _sys _threading_atexits _time _trace_hook activeCount active_count currentThread
current_thread enumerate excepthook functools get_ident get_native_id getprofile gettrace local main_thread
setprofile setprofile_all_threads settrace settrace_all_threads stack_size`,
    ],
    [
      "subprocess",
      `CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError TimeoutExpired _PIPE_BUF
_PopenSelector _USE_POSIX_SPAWN _USE_VFORK _WIFSTOPPED _WNOHANG _WSTOPSIG _active
_args_from_interpreter_flags _can_fork_exec _cleanup _fork_exec _mswindows
_optim_args_from_interpreter_flags _text_encoding _time _use_posix_spawn _waitpid _waitstatus_to_exitcode
builtins call check_call check_output contextlib errno fcntl getoutput getstatusoutput io list2cmdline
locale mswindows os run select selectors signal sys threading time types warnings`,
    ],
    ["datetime", `MAXYEAR MINYEAR UTC date datetime datetime_CAPI sys time timedelta timezone tzinfo`],
    [
      "math",
      `acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2
expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm
ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt
sumprod tan tanh tau trunc ulp`,
    ],
    [
      "string",
      `Formatter Template _ChainMap _float _idmap _idmapL _int _long _multimap _re _sentinel_dict _string ascii_letters
ascii_lowercase ascii_uppercase atof atof_error atoi atoi_error atol atol_error capitalize capwords center count
digits expandtabs find hexdigits index index_error join joinfields letters ljust lower lowercase lstrip
maketrans octdigits printable punctuation replace rfind rindex rjust rsplit rstrip split splitfields strip
swapcase translate upper uppercase whitespace zfill`,
    ],
    [
      "sys",
      `_MEIPASS _base_executable _clear_internal_caches _clear_type_cache _current_exceptions _current_frames
_debugmallocstats _framework _getframe _getquickenedcount _git _home _is_gil_enabled _is_interned _jit
_stdlib_dir _xoptions abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix
base_prefix breakpointhook builtin_module_names byteorder call_tracing callstats copyright
deactivate_stack_trampoline displayhook dllhandle dont_write_bytecode exc_clear exc_info exc_traceback exc_type
exc_value excepthook exception exec_prefix executable exit exitfunc flags float_info float_repr_style frozen
get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks
getandroidapilevel getcheckinterval getdefaultencoding getdlopenflags getfilesystemencodeerrors
getfilesystemencoding getobjects getprofile getrecursionlimit getrefcount getsizeof getswitchinterval
gettotalrefcount gettrace getunicodeinternedsize getwindowsversion hash_info hexversion implementation int_info
intern is_finalizing is_stack_trampoline_active last_exc last_traceback last_type last_value long_info maxint
maxsize maxunicode meta_path modules monitoring orig_argv path path_hooks path_importer_cache platform
platlibdir prefix ps1 ps2 py3kwarning pycache_prefix pydebug real_executable real_prefix set_asyncgen_hooks
set_coroutine_origin_tracking_depth set_int_max_str_digits setcheckinterval setdefaultencoding setdlopenflags
setprofile setrecursionlimit setswitchinterval settrace settscdump stderr stdin stdlib_module_names stdout
subversion thread_info tracebacklimit unraisablehook version version_info warnoptions winver`,
    ],
    [
      "contextlib",
      `AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack ContextDecorator
ExitStack GenericAlias MethodType _AsyncGeneratorContextManager _BaseExitStack _GeneratorContextManager
_GeneratorContextManagerBase _RedirectStream _collections_abc abc aclosing asynccontextmanager chdir closing
contextmanager deque nested nullcontext os redirect_stderr redirect_stdout suppress sys wraps`,
    ],
    [
      "abc",
      `ABC ABCMeta WeakSet _C _InstanceType _abc_init _abc_instancecheck _abc_register _abc_subclasscheck
_get_dump _reset_caches _reset_registry abstractclassmethod abstractmethod abstractproperty
abstractstaticmethod get_cache_token types update_abstractmethods`,
    ],
    [
      "base64",
      `EMPTYSTRING MAXBINSIZE MAXLINESIZE _85encode _A85END _A85START _B32_DECODE_DOCSTRING
_B32_DECODE_MAP01_DOCSTRING _B32_ENCODE_DOCSTRING _a85chars _a85chars2 _b32alphabet _b32decode _b32encode
_b32hexalphabet _b32rev _b32tab _b32tab2 _b85alphabet _b85chars _b85chars2 _b85dec _bytes_from_decode_data
_input_type_check _translate _translation _urlsafe_decode_translation _urlsafe_encode_translation _x
_z85_b85_decode_diff _z85_decode_translation _z85_encode_translation _z85alphabet a85decode a85encode
b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode b85decode b85encode
binascii bytes_types decode decodebytes decodestring encode encodebytes encodestring k main re
standard_b64decode standard_b64encode string struct test test1 urlsafe_b64decode urlsafe_b64encode v
z85decode z85encode`,
    ],
    [
      "traceback",
      `ANSIColors BUILTIN_EXCEPTION_LIMIT FrameSummary StackSummary TracebackException _Anchors _CASE_COST
_ExceptionPrintContext _MAX_CANDIDATE_ITEMS _MAX_STRING_SIZE _MOVE_COST _RECURSIVE_CUTOFF _Sentinel
_WIDE_CHAR_SPECIFIERS _byte_offset_to_character_offset _cause_message _colorize _compute_suggestion_error
_context_message _display_width _extract_caret_anchors_from_line_segment _format_final_exc_line
_get_code_position _levenshtein_distance _parse_value_tb _print _print_exception_bltin _safe_string
_sentinel _some_str _substitution_cost _walk_tb_with_full_positions clear_frames collections extract_stack
extract_tb format_exc format_exception format_exception_only format_list format_stack format_tb itertools
linecache print_exc print_exception print_last print_list print_stack print_tb suppress sys tb_lineno
textwrap types walk_stack walk_tb warnings`,
    ],
    ["struct", `Struct _clearcache calcsize error iter_unpack pack pack_into unpack unpack_from`],
    [
      "operator",
      `_abs _compare_digest abs add and_ attrgetter call concat contains countOf delitem delslice div eq floordiv
ge getitem getslice gt iadd iand iconcat idiv ifloordiv ilshift imatmul imod imul index indexOf inv invert
ior ipow irepeat irshift isCallable isMappingType isNumberType isSequenceType is_ is_not isub itemgetter
itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow repeat rshift
sequenceIncludes setitem setslice sub truediv truth xor`,
    ],
    [
      "collections",
      `AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable ChainMap Collection Container
Coroutine Counter Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView
MutableMapping MutableSequence MutableSet OrderedDict Reversible Sequence Set Sized UserDict UserList
UserString ValuesView _Link _OrderedDictItemsView _OrderedDictKeysView _OrderedDictValuesView _abcoll
_chain _class_template _collections_abc _count_elements _deque_iterator _eq _field_template _get_ident
_heapq _imap _iskeyword _itemgetter _nt_itemgetters _proxy _recursive_repr _repeat _repr_template _starmap
_sys _tuplegetter abc defaultdict deque namedtuple`,
    ],
    [
      "logging",
      `BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter
GenericAlias Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle
PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING _STYLES
_StderrHandler _acquireLock _addHandlerRef _afterFork _after_at_fork_child_reinit_locks
_at_fork_reinit_lock_weakset _checkLevel _defaultFormatter _defaultLastResort _handlerList _handlers
_is_internal_frame _levelNames _levelToName _lock _logRecordFactory _loggerClass _nameToLevel _prepareFork
_register_at_fork_reinit_lock _releaseLock _removeHandlerRef _showwarning _srcfile _startTime
_str_formatter _unicode _warnings_showwarning addLevelName atexit basicConfig cStringIO captureWarnings
codecs collections config critical currentframe debug disable error exception fatal getHandlerByName
getHandlerNames getLevelName getLevelNamesMapping getLogRecordFactory getLogger getLoggerClass handlers
info io lastResort log logAsyncioTasks logMultiprocessing logProcesses logThreads makeLogRecord os
raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys thread threading time traceback
warn warning warnings weakref`,
    ],
    [
      "inspect",
      `AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo ArgSpec Arguments Attribute BlockFinder
BoundArguments BufferFlags CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR
CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS
CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED
GEN_RUNNING GEN_SUSPENDED ModuleInfo OrderedDict Parameter Signature TPFLAGS_IS_ABSTRACT Traceback
_ClassFinder _ClassMethodWrapper _FrameInfo _KEYWORD_ONLY _MethodWrapper _NonUserDefinedCallables
_PARAM_NAME_MAPPING _POSITIONAL_ONLY _POSITIONAL_OR_KEYWORD _ParameterKind _Traceback _VAR_KEYWORD
_VAR_POSITIONAL _WrapperDescriptor _check_class _check_instance _descriptor_get _empty _filesbymodname
_findclass _finddoc _get_code_position _get_code_position_from_tb _get_dunder_dict_of_class
_get_paramkind_descr _getfullargs _getmembers _has_code_flag _has_coroutine_mark _is_coroutine_mark
_is_coroutine_marker _is_type _main _missing_arguments _searchbases _sentinel _shadowed_dict
_shadowed_dict_from_mro_tuple _shadowed_dict_from_weakref_mro_tuple _signature_bound_method
_signature_from_builtin _signature_from_callable _signature_from_function _signature_fromstr
_signature_get_bound_param _signature_get_partial _signature_get_user_defined_method _signature_is_builtin
_signature_is_functionlike _signature_strip_non_python_syntax _static_getmro _too_many _void abc ast
attrgetter builtins classify_class_attrs cleandoc collections currentframe dis enum findsource
formatannotation formatannotationrelativeto formatargspec formatargvalues functools get_annotations
getabsfile getargs getargspec getargvalues getasyncgenlocals getasyncgenstate getattr_static getblock
getcallargs getclasstree getclosurevars getcomments getcoroutinelocals getcoroutinestate getdoc getfile
getframeinfo getfullargspec getgeneratorlocals getgeneratorstate getinnerframes getlineno getmembers
getmembers_static getmodule getmoduleinfo getmodulename getmro getouterframes getsource getsourcefile
getsourcelines imp importlib indentsize isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin
isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator
isgeneratorfunction isgetsetdescriptor iskeyword ismemberdescriptor ismethod ismethoddescriptor
ismethodwrapper ismodule isroutine istraceback itertools joinseq k linecache make_weakref
markcoroutinefunction mod_dict modulesbyfile namedtuple os re signature stack string strseq sys token
tokenize trace types unwrap v walktree warnings`,
    ],
    [
      "os.path",
      `_get_sep _joinrealpath _path_normpath _varprog _varprogb abspath altsep basename commonpath commonprefix
curdir defpath devnull dirname exists expanduser expandvars extsep genericpath getatime getctime getmtime
getsize isabs isdevdrive isdir isfile isjunction islink ismount isreserved join lexists normcase normpath os
pardir pathsep realpath relpath samefile sameopenfile samestat sep split splitdrive splitext splitroot
splitunc stat supports_unicode_filenames sys walk`,
    ],
    [
      "errno",
      `E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EADV EAFNOSUPPORT EAGAIN EALREADY EAUTH EBADARCH EBADE EBADEXEC
EBADF EBADFD EBADMACHO EBADMSG EBADR EBADRPC EBADRQC EBADSLT EBFONT EBUSY ECANCELED ECAPMODE ECHILD
ECHRNG ECOMM ECONNABORTED ECONNREFUSED ECONNRESET EDEADLK EDEADLOCK EDESTADDRREQ EDEVERR EDOM EDOOFUS
EDOTDOT EDQUOT EEXIST EFAULT EFBIG EFTYPE EHOSTDOWN EHOSTUNREACH EIDRM EILSEQ EINPROGRESS EINTR EINVAL
EIO EISCONN EISDIR EISNAM EKEYEXPIRED EKEYREJECTED EKEYREVOKED EL2HLT EL2NSYNC EL3HLT EL3RST ELIBACC
ELIBBAD ELIBEXEC ELIBMAX ELIBSCN ELNRNG ELOCKUNMAPPED ELOOP EMEDIUMTYPE EMFILE EMLINK EMSGSIZE EMULTIHOP
ENAMETOOLONG ENAVAIL ENEEDAUTH ENETDOWN ENETRESET ENETUNREACH ENFILE ENOANO ENOATTR ENOBUFS ENOCSI
ENODATA ENODEV ENOENT ENOEXEC ENOKEY ENOLCK ENOLINK ENOMEDIUM ENOMEM ENOMSG ENONET ENOPKG ENOPOLICY
ENOPROTOOPT ENOSPC ENOSR ENOSTR ENOSYS ENOTACTIVE ENOTBLK ENOTCAPABLE ENOTCONN ENOTDIR ENOTEMPTY ENOTNAM
ENOTRECOVERABLE ENOTSOCK ENOTSUP ENOTTY ENOTUNIQ ENXIO EOPNOTSUPP EOTHER EOVERFLOW EOWNERDEAD EPERM
EPFNOSUPPORT EPIPE EPROCLIM EPROCUNAVAIL EPROGMISMATCH EPROGUNAVAIL EPROTO EPROTONOSUPPORT EPROTOTYPE
EPWROFF EQFULL ERANGE EREMCHG EREMOTE EREMOTEIO ERESTART ERFKILL EROFS ERPCMISMATCH ESHLIBVERS ESHUTDOWN
ESOCKTNOSUPPORT ESPIPE ESRCH ESRMNT ESTALE ESTRPIPE ETIME ETIMEDOUT ETOOMANYREFS ETXTBSY EUCLEAN EUNATCH
EUSERS EWOULDBLOCK EXDEV EXFULL WSABASEERR WSAEACCES WSAEADDRINUSE WSAEADDRNOTAVAIL WSAEAFNOSUPPORT
WSAEALREADY WSAEBADF WSAECONNABORTED WSAECONNREFUSED WSAECONNRESET WSAEDESTADDRREQ WSAEDISCON WSAEDQUOT
WSAEFAULT WSAEHOSTDOWN WSAEHOSTUNREACH WSAEINPROGRESS WSAEINTR WSAEINVAL WSAEISCONN WSAELOOP WSAEMFILE
WSAEMSGSIZE WSAENAMETOOLONG WSAENETDOWN WSAENETRESET WSAENETUNREACH WSAENOBUFS WSAENOPROTOOPT
WSAENOTCONN WSAENOTEMPTY WSAENOTSOCK WSAEOPNOTSUPP WSAEPFNOSUPPORT WSAEPROCLIM WSAEPROTONOSUPPORT
WSAEPROTOTYPE WSAEREMOTE WSAESHUTDOWN WSAESOCKTNOSUPPORT WSAESTALE WSAETIMEDOUT WSAETOOMANYREFS
WSAEUSERS WSAEWOULDBLOCK WSANOTINITIALISED WSASYSNOTREADY WSAVERNOTSUPPORTED errorcode`,
    ],
    [
      "warnings",
      `WarningMessage _OptionError _deprecated _filters_mutated _formatwarnmsg _getaction _getcategory
_mutating_filters _processoptions _setoption _show_warning _showwarning _showwarnmsg _warnings
catch_warnings default_action defaultaction deprecated filters filterwarnings formatwarning linecache
once_registry onceregistry resetwarnings showwarning simplefilter sys types warn warn_explicit warnpy3k`,
    ],
  ].map(([module = "", names = ""]) => [module, new Set(names.split(/\s+/))] as const),
);
