/** Modules whose constants are those of the platform: their names in capitals are in no list. */
const OF_THE_PLATFORM = new Set(["socket", "select", "fcntl", "resource"]);

/** Whether a module of the standard library has a name, or may have it; `undefined` for modules that are not known. */
export function standardModuleHas(module: string, name: string): boolean | undefined {
  const names = NAMES.get(module);
  const isOfSome = name.startsWith("_") || (OF_THE_PLATFORM.has(module) && name === name.toUpperCase());
  return names && (isOfSome || names.has(name));
}

/** The modules whose names are known. */
export function standardModules(): Iterable<string> {
  return NAMES.keys();
}

/**
 * The names of modules of the standard library that code of OpenStack uses most, of Python 2.7 to 3.14 together, and of six,
 * which stands for both of them.
 *
 * Made from `dir()` of the modules in all these versions on Linux, and from typeshed for other platforms; names that begin with an
 * underscore are left out.
 */
const NAMES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    [
      "os",
      `CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED DirEntry EFD_CLOEXEC EFD_NONBLOCK
EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOTFOUND
EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK
F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM GenericAlias MFD_ALLOW_SEALING MFD_CLOEXEC
MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB MFD_HUGE_2GB
MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK
MFD_HUGE_SHIFT Mapping MutableMapping NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_BINARY O_CLOEXEC O_CREAT
O_DIRECT O_DIRECTORY O_DSYNC O_EXCL O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW
O_NOINHERIT O_NONBLOCK O_PATH O_RANDOM O_RDONLY O_RDWR O_RSYNC O_SEQUENTIAL O_SHORT_LIVED O_SYNC
O_TEMPORARY O_TEXT O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL
POSIX_FADV_RANDOM POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_DUP2
POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT
PathLike RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND
RWF_DSYNC RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER
SCHED_RESET_ON_FORK SCHED_RR SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE SPLICE_F_MOVE
SPLICE_F_NONBLOCK ST_APPEND ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY
ST_RELATIME ST_SYNCHRONOUS ST_WRITE TMP_MAX UserDict WCONTINUED WCOREDUMP WEXITED WEXITSTATUS
WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG WUNTRACED W_OK
XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK abc abort access add_dll_directory altsep chdir chflags
chmod chown chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid curdir
defpath device_encoding devnull dup dup2 environ environb errno error eventfd eventfd_read eventfd_write
execl execle execlp execlpe execv execve execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork
forkpty fpathconf fsdecode fsencode fspath fstat fstatvfs fsync ftruncate fwalk get_blocking
get_exec_path get_inheritable get_terminal_size getcwd getcwdb getcwdu getegid getenv getenvb geteuid
getgid getgrouplist getgroups getloadavg getlogin getpgid getpgrp getpid getppid getpriority getrandom
getresgid getresuid getsid getuid getxattr initgroups isatty kill killpg lchflags lchmod lchown linesep
link listdir listxattr lockf login_tty lseek lstat major makedev makedirs memfd_create minor mkdir mkfifo
mknod name nice open openpty pardir path pathconf pathconf_names pathsep pidfd_open pipe pipe2 plock
popen popen2 popen3 popen4 posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv
process_cpu_count putenv pwrite pwritev read readlink readv register_at_fork remove removedirs
removexattr rename renames replace rmdir scandir sched_get_priority_max sched_get_priority_min
sched_getaffinity sched_getparam sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity
sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking set_inheritable setegid seteuid
setgid setgroups setns setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid
setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe splice st startfile stat
stat_result statvfs statvfs_result strerror supports_bytes_environ supports_dir_fd supports_effective_ids
supports_fd supports_follow_symlinks symlink sync sys sysconf sysconf_names system tcgetpgrp tcsetpgrp
tempnam terminal_size times times_result tmpfile tmpnam truncate ttyname umask uname uname_result unlink
unsetenv unshare urandom utime wait wait3 wait4 waitid waitid_result waitpid waitstatus_to_exitcode walk
write writev`,
    ],
    [
      "six",
      `BytesIO Iterator MAXSIZE Module_six_moves_urllib Module_six_moves_urllib_error
Module_six_moves_urllib_parse Module_six_moves_urllib_request Module_six_moves_urllib_response
Module_six_moves_urllib_robotparser MovedAttribute MovedModule PY2 PY3 PY34 StringIO absolute_import
add_metaclass add_move advance_iterator assertCountEqual assertNotRegex assertRaisesRegex assertRegex b
binary_type byte2int callable class_types create_bound_method create_unbound_method ensure_binary
ensure_str ensure_text exec_ functools get_function_closure get_function_code get_function_defaults
get_function_globals get_method_function get_method_self get_unbound_function indexbytes int2byte
integer_types iterbytes iteritems iterkeys iterlists itertools itervalues moves next operator print_
python_2_unicode_compatible raise_from remove_move reraise spec_from_loader string_types sys text_type
types u unichr viewitems viewkeys viewvalues with_metaclass wraps`,
    ],
    [
      "time",
      `CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
CLOCK_THREAD_CPUTIME_ID altzone asctime clock clock_getres clock_gettime clock_gettime_ns clock_settime
clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns
perf_counter perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime strptime
struct_time thread_time thread_time_ns time time_ns timezone tzname tzset`,
    ],
    [
      "json",
      `JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps encoder load loads read
scanner write`,
    ],
    ["copy", `Error copy deepcopy dispatch_table error replace`],
    [
      "re",
      `A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern RegexFlag S Scanner T
TEMPLATE U UNICODE VERBOSE X compile copyreg enum error escape findall finditer fullmatch functools match
purge search split sub subn template`,
    ],
    [
      "shutil",
      `COPY_BUFSIZE Error ExecError ReadError RegistryError SameFileError SpecialFileError chown collections
copy copy2 copyfile copyfileobj copymode copystat copytree disk_usage errno fnmatch get_archive_formats
get_terminal_size get_unpack_formats ignore_patterns make_archive move nt os posix
register_archive_format register_unpack_format rmtree stat sys unpack_archive unregister_archive_format
unregister_unpack_format which`,
    ],
    [
      "glob",
      `contextlib escape fnmatch glob glob0 glob1 has_magic iglob itertools magic_check magic_check_bytes os re
stat sys translate`,
    ],
    [
      "tempfile",
      `NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir gettempdirb
gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir template`,
    ],
    [
      "uuid",
      `Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT
RESERVED_NCS RFC_4122 SafeUUID UUID bytes_ getnode int_ os platform sys uuid1 uuid3 uuid4 uuid5`,
    ],
    [
      "random",
      `BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI WichmannHill betavariate choice
choices expovariate gammavariate gauss getrandbits getstate jumpahead lognormvariate normalvariate
paretovariate randbytes randint random randrange sample seed setstate shuffle triangular uniform
vonmisesvariate weibullvariate`,
    ],
    [
      "base64",
      `EMPTYSTRING MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode
b32hexdecode b32hexencode b64decode b64encode b85decode b85encode binascii bytes_types decode decodebytes
decodestring encode encodebytes encodestring k main re standard_b64decode standard_b64encode string
struct test test1 test_ urlsafe_b64decode urlsafe_b64encode v z85decode z85encode`,
    ],
    [
      "hashlib",
      `algorithms algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac
scrypt sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256`,
    ],
    [
      "functools",
      `GenericAlias RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key get_cache_token
lru_cache namedtuple partial partialmethod recursive_repr reduce singledispatch singledispatchmethod
total_ordering update_wrapper wraps`,
    ],
    [
      "itertools",
      `accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile
filterfalse groupby ifilter ifilterfalse imap islice izip izip_longest pairwise permutations product
repeat starmap takewhile tee zip_longest`,
    ],
    [
      "threading",
      `Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore
TIMEOUT_MAX Thread ThreadError Timer WeakSet activeCount active_count currentThread current_thread
enumerate excepthook functools get_ident get_native_id getprofile gettrace local main_thread setprofile
setprofile_all_threads settrace settrace_all_threads stack_size`,
    ],
    [
      "subprocess",
      `CalledProcessError CompletedProcess DEVNULL PIPE Popen STDOUT SubprocessError TimeoutExpired builtins
call check_call check_output contextlib errno fcntl getoutput getstatusoutput io list2cmdline locale
mswindows os run select selectors signal sys threading time types warnings`,
    ],
    [
      "math",
      `acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2
expm1 fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm
ldexp lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt
sumprod tan tanh tau trunc ulp`,
    ],
    [
      "string",
      `Formatter Template ascii_letters ascii_lowercase ascii_uppercase atof atof_error atoi atoi_error atol
atol_error capitalize capwords center count digits expandtabs find hexdigits index index_error join
joinfields letters ljust lower lowercase lstrip maketrans octdigits printable punctuation replace rfind
rindex rjust rsplit rstrip split splitfields strip swapcase translate upper uppercase whitespace zfill`,
    ],
    [
      "sys",
      `abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix base_prefix
breakpointhook builtin_module_names byteorder call_tracing callstats copyright
deactivate_stack_trampoline displayhook dllhandle dont_write_bytecode exc_clear exc_info exc_traceback
exc_type exc_value excepthook exception exec_prefix executable exit exitfunc flags float_info
float_repr_style frozen get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits
getallocatedblocks getandroidapilevel getcheckinterval getdefaultencoding getdlopenflags
getfilesystemencodeerrors getfilesystemencoding getobjects getprofile getrecursionlimit getrefcount
getsizeof getswitchinterval gettotalrefcount gettrace getunicodeinternedsize getwindowsversion hash_info
hexversion implementation int_info intern is_finalizing is_stack_trampoline_active last_exc
last_traceback last_type last_value long_info maxint maxsize maxunicode meta_path modules monitoring
orig_argv path path_hooks path_importer_cache platform platlibdir prefix ps1 ps2 py3kwarning
pycache_prefix pydebug real_executable real_prefix set_asyncgen_hooks set_coroutine_origin_tracking_depth
set_int_max_str_digits setcheckinterval setdefaultencoding setdlopenflags setprofile setrecursionlimit
setswitchinterval settrace settscdump stderr stdin stdlib_module_names stdout subversion thread_info
tracebacklimit unraisablehook version version_info warnoptions winver`,
    ],
    [
      "contextlib",
      `AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator AsyncExitStack ContextDecorator
ExitStack GenericAlias MethodType abc aclosing asynccontextmanager chdir closing contextmanager deque
nested nullcontext os redirect_stderr redirect_stdout suppress sys wraps`,
    ],
    [
      "abc",
      `ABC ABCMeta WeakSet abstractclassmethod abstractmethod abstractproperty abstractstaticmethod
get_cache_token types update_abstractmethods`,
    ],
    [
      "traceback",
      `ANSIColors BUILTIN_EXCEPTION_LIMIT FrameSummary StackSummary TracebackException clear_frames collections
extract_stack extract_tb format_exc format_exception format_exception_only format_list format_stack
format_tb itertools linecache print_exc print_exception print_last print_list print_stack print_tb
suppress sys tb_lineno textwrap types walk_stack walk_tb warnings`,
    ],
    [
      "operator",
      `abs add and_ attrgetter call concat contains countOf delitem delslice div eq floordiv ge getitem getslice
gt iadd iand iconcat idiv ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irepeat
irshift isCallable isMappingType isNumberType isSequenceType is_ is_not isub itemgetter itruediv ixor le
length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow repeat rshift sequenceIncludes
setitem setslice sub truediv truth xor`,
    ],
    [
      "collections",
      `AsyncGenerator AsyncIterable AsyncIterator Awaitable ByteString Callable ChainMap Collection Container
Coroutine Counter Generator Hashable ItemsView Iterable Iterator KeysView Mapping MappingView
MutableMapping MutableSequence MutableSet OrderedDict Reversible Sequence Set Sized UserDict UserList
UserString ValuesView abc defaultdict deque namedtuple`,
    ],
    [
      "logging",
      `BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter
GenericAlias Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle
PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING
addLevelName atexit basicConfig cStringIO captureWarnings codecs collections config critical currentframe
debug disable error exception fatal getHandlerByName getHandlerNames getLevelName getLevelNamesMapping
getLogRecordFactory getLogger getLoggerClass handlers info io lastResort log logAsyncioTasks
logMultiprocessing logProcesses logThreads makeLogRecord os raiseExceptions re root setLogRecordFactory
setLoggerClass shutdown sys thread threading time traceback warn warning warnings weakref`,
    ],
    [
      "inspect",
      `AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED ArgInfo ArgSpec Arguments Attribute BlockFinder
BoundArguments BufferFlags CORO_CLOSED CORO_CREATED CORO_RUNNING CORO_SUSPENDED CO_ASYNC_GENERATOR
CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS
CO_VARKEYWORDS ClassFoundException ClosureVars EndOfBlock FrameInfo FullArgSpec GEN_CLOSED GEN_CREATED
GEN_RUNNING GEN_SUSPENDED ModuleInfo OrderedDict Parameter Signature TPFLAGS_IS_ABSTRACT Traceback abc
ast attrgetter builtins classify_class_attrs cleandoc collections currentframe dis enum findsource
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
      `abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser
expandvars extsep genericpath getatime getctime getmtime getsize isabs isdevdrive isdir isfile isjunction
islink ismount isreserved join lexists normcase normpath os pardir pathsep realpath relpath samefile
sameopenfile samestat sep split splitdrive splitext splitroot splitunc stat supports_unicode_filenames
sys walk`,
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
WSAEMSGSIZE WSAENAMETOOLONG WSAENETDOWN WSAENETRESET WSAENETUNREACH WSAENOBUFS WSAENOPROTOOPT WSAENOTCONN
WSAENOTEMPTY WSAENOTSOCK WSAEOPNOTSUPP WSAEPFNOSUPPORT WSAEPROCLIM WSAEPROTONOSUPPORT WSAEPROTOTYPE
WSAEREMOTE WSAESHUTDOWN WSAESOCKTNOSUPPORT WSAESTALE WSAETIMEDOUT WSAETOOMANYREFS WSAEUSERS
WSAEWOULDBLOCK WSANOTINITIALISED WSASYSNOTREADY WSAVERNOTSUPPORTED errorcode`,
    ],
    [
      "warnings",
      `WarningMessage catch_warnings default_action defaultaction deprecated filters filterwarnings
formatwarning linecache once_registry onceregistry resetwarnings showwarning simplefilter sys types warn
warn_explicit warnpy3k`,
    ],
    [
      "socket",
      `AF_DECnet AddressFamily AddressInfo BufferedRWPair BufferedReader BufferedWriter IOBase IntEnum IntFlag
MethodType MsgFlag RAND_add RAND_status RawIOBase SocketIO SocketKind SocketType StringIO TextIOWrapper
array close create_connection create_server dup errno error errorTab fromfd fromshare gaierror
getaddrinfo getdefaulttimeout getfqdn gethostbyaddr gethostbyname gethostbyname_ex gethostname
getnameinfo getprotobyname getservbyname getservbyport has_dualstack_ipv6 has_ipv6 herror htonl htons
if_indextoname if_nameindex if_nametoindex inet_aton inet_ntoa inet_ntop inet_pton io m meth ntohl ntohs
os p partial recv_fds selectors send_fds setdefaulttimeout sethostname socket socketpair ssl sslerror sys
timeout warnings`,
    ],
    [
      "datetime",
      `MAXYEAR MINYEAR UTC abstractmethod date datetime datetime_CAPI struct_time sys time timedelta timezone
tzinfo`,
    ],
    ["struct", `Struct calcsize error iter_unpack pack pack_into unpack unpack_from`],
    [
      "signal",
      `CTRL_BREAK_EVENT CTRL_C_EVENT Handlers ITIMER_PROF ITIMER_REAL ITIMER_VIRTUAL IntEnum ItimerError NSIG
SIGABRT SIGALRM SIGBREAK SIGBUS SIGCHLD SIGCLD SIGCONT SIGEMT SIGFPE SIGHUP SIGILL SIGINFO SIGINT SIGIO
SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR SIGQUIT SIGRTMAX SIGRTMIN SIGSEGV SIGSTKFLT SIGSTOP SIGSYS
SIGTERM SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH SIGXCPU SIGXFSZ
SIG_BLOCK SIG_DFL SIG_IGN SIG_SETMASK SIG_UNBLOCK Sigmasks Signals alarm default_int_handler getitimer
getsignal pause pidfd_send_signal pthread_kill pthread_sigmask raise_signal set_wakeup_fd setitimer
siginterrupt signal sigpending sigtimedwait sigwait sigwaitinfo strsignal struct_siginfo sys
valid_signals`,
    ],
    ["select", `devpoll epoll error kevent kqueue poll select sys`],
    [
      "binascii",
      `ASCII85_ALPHABET BASE32HEX_ALPHABET BASE32_ALPHABET BASE64_ALPHABET BASE85_ALPHABET BINHEX_ALPHABET
CRYPT_ALPHABET Error Incomplete URLSAFE_BASE64_ALPHABET UU_ALPHABET Z85_ALPHABET a2b_ascii85 a2b_base32
a2b_base64 a2b_base85 a2b_hex a2b_hqx a2b_qp a2b_uu b2a_ascii85 b2a_base32 b2a_base64 b2a_base85 b2a_hex
b2a_hqx b2a_qp b2a_uu crc32 crc_hqx hexlify rlecode_hqx rledecode_hqx sys unhexlify`,
    ],
    [
      "ssl",
      `AF_INET ALERT_DESCRIPTION_ACCESS_DENIED ALERT_DESCRIPTION_BAD_CERTIFICATE
ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE
ALERT_DESCRIPTION_BAD_RECORD_MAC ALERT_DESCRIPTION_CERTIFICATE_EXPIRED
ALERT_DESCRIPTION_CERTIFICATE_REVOKED ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN
ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE ALERT_DESCRIPTION_CLOSE_NOTIFY ALERT_DESCRIPTION_DECODE_ERROR
ALERT_DESCRIPTION_DECOMPRESSION_FAILURE ALERT_DESCRIPTION_DECRYPT_ERROR
ALERT_DESCRIPTION_HANDSHAKE_FAILURE ALERT_DESCRIPTION_ILLEGAL_PARAMETER
ALERT_DESCRIPTION_INSUFFICIENT_SECURITY ALERT_DESCRIPTION_INTERNAL_ERROR
ALERT_DESCRIPTION_NO_RENEGOTIATION ALERT_DESCRIPTION_PROTOCOL_VERSION ALERT_DESCRIPTION_RECORD_OVERFLOW
ALERT_DESCRIPTION_UNEXPECTED_MESSAGE ALERT_DESCRIPTION_UNKNOWN_CA ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY
ALERT_DESCRIPTION_UNRECOGNIZED_NAME ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE
ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION ALERT_DESCRIPTION_USER_CANCELLED AlertDescription CERT_NONE
CERT_OPTIONAL CERT_REQUIRED CHANNEL_BINDING_TYPES CertificateError DER_cert_to_PEM_cert
DefaultVerifyPaths HAS_ALPN HAS_ECDH HAS_NEVER_CHECK_COMMON_NAME HAS_NPN HAS_PHA HAS_PSK HAS_PSK_TLS13
HAS_SNI HAS_SSLv2 HAS_SSLv3 HAS_TLSv1 HAS_TLSv1_1 HAS_TLSv1_2 HAS_TLSv1_3 MemoryBIO OPENSSL_VERSION
OPENSSL_VERSION_INFO OPENSSL_VERSION_NUMBER OP_ALL OP_CIPHER_SERVER_PREFERENCE OP_ENABLE_KTLS
OP_ENABLE_MIDDLEBOX_COMPAT OP_IGNORE_UNEXPECTED_EOF OP_LEGACY_SERVER_CONNECT OP_NO_COMPRESSION
OP_NO_RENEGOTIATION OP_NO_SSLv2 OP_NO_SSLv3 OP_NO_TICKET OP_NO_TLSv1 OP_NO_TLSv1_1 OP_NO_TLSv1_2
OP_NO_TLSv1_3 OP_SINGLE_DH_USE OP_SINGLE_ECDH_USE Options PEM_FOOTER PEM_HEADER PEM_cert_to_DER_cert
PROTOCOL_SSLv2 PROTOCOL_SSLv23 PROTOCOL_SSLv3 PROTOCOL_TLS PROTOCOL_TLS_CLIENT PROTOCOL_TLS_SERVER
PROTOCOL_TLSv1 PROTOCOL_TLSv1_1 PROTOCOL_TLSv1_2 Purpose RAND_add RAND_bytes RAND_pseudo_bytes
RAND_status SOCK_STREAM SOL_SOCKET SO_TYPE SSLCertVerificationError SSLContext SSLEOFError SSLError
SSLErrorNumber SSLObject SSLSession SSLSocket SSLSyscallError SSLWantReadError SSLWantWriteError
SSLZeroReturnError SSL_ERROR_EOF SSL_ERROR_INVALID_ERROR_CODE SSL_ERROR_SSL SSL_ERROR_SYSCALL
SSL_ERROR_WANT_CONNECT SSL_ERROR_WANT_READ SSL_ERROR_WANT_WRITE SSL_ERROR_WANT_X509_LOOKUP
SSL_ERROR_ZERO_RETURN TLSVersion VERIFY_ALLOW_PROXY_CERTS VERIFY_CRL_CHECK_CHAIN VERIFY_CRL_CHECK_LEAF
VERIFY_DEFAULT VERIFY_X509_PARTIAL_CHAIN VERIFY_X509_STRICT VERIFY_X509_TRUSTED_FIRST VerifyFlags
VerifyMode base64 cert_time_to_seconds closing create_connection create_default_context enum
enum_certificates enum_crls errno get_default_verify_paths get_protocol_name get_server_certificate
get_sigalgs ipaddress match_hostname namedtuple os re socket socket_error sslwrap_simple sys textwrap
warnings wrap_socket`,
    ],
    [
      "zlib",
      `DEFLATED DEF_BUF_SIZE DEF_MEM_LEVEL MAX_WBITS ZLIBNG_VERSION ZLIB_RUNTIME_VERSION ZLIB_VERSION
Z_BEST_COMPRESSION Z_BEST_SPEED Z_BLOCK Z_DEFAULT_COMPRESSION Z_DEFAULT_STRATEGY Z_FILTERED Z_FINISH
Z_FIXED Z_FULL_FLUSH Z_HUFFMAN_ONLY Z_NO_COMPRESSION Z_NO_FLUSH Z_PARTIAL_FLUSH Z_RLE Z_SYNC_FLUSH
Z_TREES adler32 adler32_combine compress compressobj crc32 crc32_combine decompress decompressobj error
sys`,
    ],
    [
      "gzip",
      `BadGzipFile BaseStream DecompressReader FCOMMENT FEXTRA FHCRC FNAME FTEXT FileIO GzipFile READ
READ_BUFFER_SIZE TextIOWrapper WRITE builtins compress decompress io main open os read32 struct sys time
write32u zlib`,
    ],
    [
      "platform",
      `AndroidVer DEV_NULL IOSVersionInfo android_ver architecture collections dist freedesktop_os_release
functools invalidate_caches ios_ver itertools java_ver libc_ver linux_distribution mac_ver machine node
os platform popen processor python_branch python_build python_compiler python_implementation
python_revision python_version python_version_tuple re release string subprocess sys system system_alias
uname uname_result version warnings win32_edition win32_is_iot win32_ver`,
    ],
    [
      "getpass",
      `GetPassWarning contextlib fallback_getpass getpass getuser io os sys termios unix_getpass warnings
win_getpass`,
    ],
    ["fnmatch", `PathLike filter filterfalse fnmatch fnmatchcase functools os posixpath re sys translate`],
    ["shlex", `StringIO TextIOWrapper deque join os quote re shlex split sys`],
    [
      "ipaddress",
      `AddressValueError IPV4LENGTH IPV6LENGTH IPv4Address IPv4Interface IPv4Network IPv6Address IPv6Interface
IPv6Network NetmaskValueError collapse_addresses functools get_mixed_type_key ip_address ip_interface
ip_network summarize_address_range sys v4_int_to_packed v6_int_to_packed`,
    ],
    [
      "io",
      `BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO
DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder OpenWrapper RawIOBase Reader SEEK_CUR
SEEK_END SEEK_SET StringIO TextIOBase TextIOWrapper UnsupportedOperation Writer abc open open_code sys
text_encoding`,
    ],
    [
      "csv",
      `Dialect DictReader DictWriter Error OrderedDict QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC
QUOTE_NOTNULL QUOTE_STRINGS Reader Sniffer StringIO Writer excel excel_tab field_size_limit get_dialect
list_dialects re reader reduce register_dialect sys types unix_dialect unregister_dialect writer`,
    ],
    [
      "argparse",
      `Action ArgumentDefaultsHelpFormatter ArgumentError ArgumentParser ArgumentTypeError BooleanOptionalAction
FileType HelpFormatter MetavarTypeHelpFormatter Namespace ONE_OR_MORE OPTIONAL PARSER Pattern REMAINDER
RawDescriptionHelpFormatter RawTextHelpFormatter SUPPRESS ZERO_OR_MORE ngettext sys warnings`,
    ],
    ["hmac", `HMAC compare_digest digest digest_size new trans_36 trans_5C`],
    [
      "secrets",
      `DEFAULT_ENTROPY SystemRandom base64 binascii choice compare_digest os randbelow randbits token_bytes
token_hex token_urlsafe`,
    ],
    ["textwrap", `Pattern TextWrapper dedent fill indent re shorten string wrap`],
    ["fcntl", `fcntl flock ioctl lockf sys`],
    ["pwd", `getpwall getpwnam getpwuid struct_passwd struct_pwent sys`],
    ["grp", `getgrall getgrgid getgrnam struct_group sys`],
    [
      "multiprocessing",
      `Array AuthenticationError Barrier BoundedSemaphore BufferTooShort Condition Event JoinableQueue Lock
Manager Pipe Pool Process ProcessError Queue RLock RawArray RawValue SUBDEBUG SUBWARNING Semaphore
SimpleQueue TimeoutError Value active_children allow_connection_pickling connection context cpu_count
current_process dummy forkserver freeze_support get_all_start_methods get_context get_logger
get_start_method heap log_to_stderr managers os parent_process pool popen_fork popen_forkserver
popen_spawn_posix popen_spawn_win32 process queues reducer reduction resource_sharer resource_tracker
set_executable set_forkserver_preload set_start_method shared_memory sharedctypes spawn synchronize sys
util`,
    ],
    [
      "calendar",
      `APRIL AUGUST Calendar DECEMBER Day EPOCH FEBRUARY FRIDAY February HTMLCalendar IllegalMonthError
IllegalWeekdayError IntEnum JANUARY JULY JUNE January LocaleHTMLCalendar LocaleTextCalendar MARCH MAY
MONDAY Month NOVEMBER OCTOBER SATURDAY SEPTEMBER SUNDAY THURSDAY TUESDAY TextCalendar TimeEncoding
WEDNESDAY calendar datetime day_abbr day_name different_locale enum error firstweekday format
formatstring global_enum isleap leapdays main mdays month month_abbr month_name monthcalendar monthlen
monthrange nextmonth prcal prevmonth prmonth prweek repeat setfirstweekday standalone_month_abbr
standalone_month_name struct_time sys timegm warnings week weekday weekheader`,
    ],
    [
      "decimal",
      `BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext
DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR
HAVE_THREADS IEEEContext IEEE_CONTEXT_MAX_BITS Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC
MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN
ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded SPEC_VERSION Subnormal Underflow getcontext localcontext
numbers setcontext sys`,
    ],
    [
      "weakref",
      `CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceError ReferenceType UserDict WeakKeyDictionary
WeakMethod WeakSet WeakValueDictionary collections finalize getweakrefcount getweakrefs itertools proxy
ref sys`,
    ],
    ["bisect", `bisect bisect_left bisect_right insort insort_left insort_right`],
    [
      "heapq",
      `chain cmp_lt count heapify heapify_max heappop heappop_max heappush heappush_max heappushpop
heappushpop_max heapreplace heapreplace_max imap islice itemgetter izip merge nlargest nsmallest sys tee`,
    ],
    ["pprint", `PrettyPrinter deque isreadable isrecursive pformat pp pprint re saferepr sys warnings`],
    [
      "mimetypes",
      `MimeTypes add_type common_types encodings_map guess_all_extensions guess_extension guess_file_type
guess_type init inited knownfiles os posixpath read_mime_types suffix_map sys types_map urllib`,
    ],
    [
      "optparse",
      `AmbiguousOptionError BadOptionError HelpFormatter IndentedHelpFormatter NO_DEFAULT OptParseError Option
OptionConflictError OptionContainer OptionError OptionGroup OptionParser OptionValueError SUPPRESS_HELP
SUPPRESS_USAGE TitledHelpFormatter Values abstractmethod builtins check_builtin check_choice gettext
isbasestring make_option ngettext os sys textwrap types`,
    ],
    [
      "gc",
      `DEBUG_COLLECTABLE DEBUG_INSTANCES DEBUG_LEAK DEBUG_OBJECTS DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE
callbacks collect disable enable freeze garbage get_count get_debug get_freeze_count get_objects
get_referents get_referrers get_stats get_threshold is_finalized is_tracked isenabled set_debug
set_threshold unfreeze`,
    ],
    [
      "queue",
      `Condition Empty Full LifoQueue Lock PriorityQueue Queue ShutDown SimpleQueue deque heappop heappush sys
threading time types`,
    ],
    [
      "configparser",
      `BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError DuplicateSectionError
Error ExtendedInterpolation Interpolation InterpolationDepthError InterpolationError
InterpolationMissingOptionError InterpolationSyntaxError InvalidWriteError Iterable LegacyInterpolation
MAX_INTERPOLATION_DEPTH MissingSectionHeaderError MultilineContinuationError MutableMapping NoOptionError
NoSectionError ParsingError Pattern RawConfigParser SafeConfigParser SectionProxy UNNAMED_SECTION
UnnamedSectionDisabledError contextlib functools io itertools os re sys types warnings`,
    ],
    [
      "urllib",
      `ContentTooShortError FancyURLopener MAXFTPCACHE URLopener addbase addclosehook addinfo addinfourl
always_safe base64 basejoin error ftpcache ftperrors ftpwrapper getproxies getproxies_environment
localhost noheaders os parse pathname2url proxy_bypass proxy_bypass_environment quote quote_plus re
reporthook request response robotparser socket splitattr splithost splitnport splitpasswd splitport
splitquery splittag splittype splituser splitvalue ssl string sys test1 thishost time toBytes unquote
unquote_plus unwrap url2pathname urlcleanup urlencode urlopen urlretrieve`,
    ],
    [
      "urllib2",
      `AbstractBasicAuthHandler AbstractDigestAuthHandler AbstractHTTPHandler BaseHandler CacheFTPHandler
FTPHandler FileHandler HTTPBasicAuthHandler HTTPCookieProcessor HTTPDefaultErrorHandler
HTTPDigestAuthHandler HTTPError HTTPErrorProcessor HTTPHandler HTTPPasswordMgr
HTTPPasswordMgrWithDefaultRealm HTTPRedirectHandler HTTPSHandler OpenerDirector ProxyBasicAuthHandler
ProxyDigestAuthHandler ProxyHandler Request StringIO URLError UnknownHandler addinfourl base64 bisect
build_opener ftpwrapper getproxies hashlib httplib install_opener localhost mimetools os parse_http_list
parse_keqv_list posixpath proxy_bypass quote random randombytes re request_host socket splitattr
splithost splitpasswd splitport splittag splittype splituser splitvalue ssl sys time toBytes unquote
unwrap url2pathname urlopen urlparse warnings`,
    ],
    [
      "urlparse",
      `MAX_CACHE_SIZE ParseResult ResultMixin SplitResult clear_cache namedtuple non_hierarchical parse_qs
parse_qsl re scheme_chars unquote urldefrag urljoin urlparse urlsplit urlunparse urlunsplit uses_fragment
uses_netloc uses_params uses_query uses_relative`,
    ],
    [
      "httplib",
      `ACCEPTED BAD_GATEWAY BAD_REQUEST BadStatusLine CONFLICT CONTINUE CREATED CannotSendHeader
CannotSendRequest EXPECTATION_FAILED FAILED_DEPENDENCY FORBIDDEN FOUND FakeSocket GATEWAY_TIMEOUT GONE
HTTP HTTPConnection HTTPException HTTPMessage HTTPResponse HTTPS HTTPSConnection HTTPS_PORT HTTP_PORT
HTTP_VERSION_NOT_SUPPORTED IM_USED INSUFFICIENT_STORAGE INTERNAL_SERVER_ERROR ImproperConnectionState
IncompleteRead InvalidURL LENGTH_REQUIRED LOCKED LineAndFileWrapper LineTooLong MAXAMOUNT
METHOD_NOT_ALLOWED MOVED_PERMANENTLY MULTIPLE_CHOICES MULTI_STATUS NON_AUTHORITATIVE_INFORMATION
NOT_ACCEPTABLE NOT_EXTENDED NOT_FOUND NOT_IMPLEMENTED NOT_MODIFIED NO_CONTENT NotConnected OK
PARTIAL_CONTENT PAYMENT_REQUIRED PRECONDITION_FAILED PROCESSING PROXY_AUTHENTICATION_REQUIRED
REQUESTED_RANGE_NOT_SATISFIABLE REQUEST_ENTITY_TOO_LARGE REQUEST_TIMEOUT REQUEST_URI_TOO_LONG
RESET_CONTENT ResponseNotReady SEE_OTHER SERVICE_UNAVAILABLE SWITCHING_PROTOCOLS StringIO
TEMPORARY_REDIRECT UNAUTHORIZED UNPROCESSABLE_ENTITY UNSUPPORTED_MEDIA_TYPE UPGRADE_REQUIRED USE_PROXY
UnimplementedFileMode UnknownProtocol UnknownTransferEncoding array error mimetools os py3kwarning re
responses socket ssl urlsplit warnings`,
    ],
    ["Queue", `Empty Full LifoQueue PriorityQueue Queue deque heapq`],
    [
      "ConfigParser",
      `ConfigParser DEFAULTSECT DuplicateSectionError Error InterpolationDepthError InterpolationError
InterpolationMissingOptionError InterpolationSyntaxError MAX_INTERPOLATION_DEPTH
MissingSectionHeaderError NoOptionError NoSectionError ParsingError RawConfigParser SafeConfigParser re`,
    ],
    [
      "difflib",
      `Differ GenericAlias HtmlDiff IS_CHARACTER_JUNK IS_LINE_JUNK Match SequenceMatcher context_diff diff_bytes
get_close_matches heapq ndiff re reduce restore sys unified_diff`,
    ],
    ["atexit", `register sys unregister`],
    ["resource", `error getpagesize getrlimit getrusage prlimit setrlimit struct_rusage sys`],
  ].map(([module = "", names = ""]) => [module, new Set(names.split(/\s+/))] as const),
);
