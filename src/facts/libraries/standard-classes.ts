import { anyWord } from "../../text/any-word.ts";

const MAPPING = "get items keys values iteritems iterkeys itervalues has_key _abc_\\w+";
const MUTABLE = `${MAPPING} clear copy pop popitem setdefault update _MutableMapping__marker`;
const FILTERER = "filters addFilter removeFilter filter";
const HANDLER = `${FILTERER} _name _closed _at_fork_reinit level formatter lock name acquire release close createLock emit
  flush format get_name set_name handle handleError setFormatter setLevel`;
const STREAM = `${HANDLER} stream terminator setStream`;
const THREAD = `
  name daemon ident native_id start run join is_alive isAlive [gs]etName isDaemon setDaemon
  _target _args _kwargs _name _daemonic _ident _native_id _started _stopped _is_stopped _stop
  _delete _bootstrap _bootstrap_inner _initialized _stderr _block _note _handle _tstate_lock
  _invoke_excepthook _reset_internal_locks _set_\\w+ _wait_for_tstate_lock`;
const ENUM = "name value _\\w+_";
const REQUEST = "request client_address server setup handle finish";
const STREAM_REQUEST = `${REQUEST} rfile wfile connection rbufsize wbufsize timeout disable_nagle_algorithm`;
const QUEUE = `all_tasks_done empty full get get_nowait join maxsize mutex not_empty not_full put put_nowait qsize queue task_done
  unfinished_tasks is_shutdown shutdown _get _init _put _qsize`;

/**
 * What objects have of the standard library's classes that others derive from, in Python 2 and 3: what `dir()` shows of one, without
 * what every object has.
 */
export const STANDARD_CLASSES: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    "ast.NodeVisitor": "visit generic_visit visit_\\w+",
    "collections.Mapping": MAPPING,
    "collections.MutableMapping": MUTABLE,
    "collections.UserDict": `${MUTABLE} data fromkeys`,
    "collections.abc.Mapping": MAPPING,
    "collections.abc.MutableMapping": MUTABLE,
    "contextlib.ContextDecorator": "_recreate_cm",
    "enum.Enum": ENUM,
    "enum.IntEnum": `${ENUM} real imag numerator denominator conjugate bit_length bit_count to_bytes from_bytes is_integer as_integer_ratio`,
    "json.JSONEncoder": `allow_nan check_circular default encode ensure_ascii indent item_separator iterencode key_separator
      skipkeys sort_keys encoding`,
    "logging.FileHandler": `${STREAM} baseFilename delay encoding errors mode _builtin_open _open`,
    "logging.Filter": "filter name nlen",
    "logging.Formatter": `converter datefmt default_msec_format default_time_format format formatException formatMessage formatStack
      formatTime usesTime _fmt _style`,
    "logging.Handler": HANDLER,
    "logging.LoggerAdapter": `_log critical debug error exception extra getEffectiveLevel hasHandlers info isEnabledFor log logger
      manager merge_extra name process setLevel warn warning`,
    "logging.StreamHandler": STREAM,
    "queue.Queue": QUEUE,
    "Queue.Queue": QUEUE,
    "socketserver.BaseRequestHandler": REQUEST,
    "socketserver.StreamRequestHandler": STREAM_REQUEST,
    "SocketServer.BaseRequestHandler": REQUEST,
    "SocketServer.StreamRequestHandler": STREAM_REQUEST,
    "string.Template": `braceidpattern delimiter flags get_identifiers idpattern is_valid pattern safe_substitute substitute
      template _invalid`,
    "threading.Event": "clear isSet is_set set wait _\\w+",
    "threading.Thread": THREAD,
    "threading.Timer": `${THREAD} interval function args kwargs finished cancel`,
    "threading.local": "",
  }).map(([name, members]) => [name, anyWord(members)]),
);
