/** Bases of exceptions that libraries have had under these names ever since: each entry is `class<base`. */
const LIBRARY_BASES = new Map(
  `requests.HTTPError<requests.RequestException requests.ConnectionError<requests.RequestException
requests.ProxyError<requests.ConnectionError requests.SSLError<requests.ConnectionError
requests.Timeout<requests.RequestException requests.ReadTimeout<requests.Timeout
requests.ConnectTimeout<requests.ConnectionError requests.URLRequired<requests.RequestException
requests.TooManyRedirects<requests.RequestException requests.MissingSchema<requests.RequestException
requests.InvalidSchema<requests.RequestException requests.InvalidURL<requests.RequestException
requests.ChunkedEncodingError<requests.RequestException requests.ContentDecodingError<requests.RequestException
requests.RetryError<requests.RequestException requests.RequestException<OSError
urllib.HTTPError<urllib.URLError urllib.URLError<OSError urllib.ContentTooShortError<urllib.URLError
socket.timeout<OSError socket.gaierror<OSError socket.herror<OSError socket.error<OSError socket.sslerror<OSError
sqlalchemy.exc.DBAPIError<sqlalchemy.exc.StatementError sqlalchemy.exc.StatementError<sqlalchemy.exc.SQLAlchemyError
sqlalchemy.exc.DatabaseError<sqlalchemy.exc.DBAPIError sqlalchemy.exc.IntegrityError<sqlalchemy.exc.DatabaseError
sqlalchemy.exc.OperationalError<sqlalchemy.exc.DatabaseError sqlalchemy.exc.DataError<sqlalchemy.exc.DatabaseError
sqlalchemy.exc.ProgrammingError<sqlalchemy.exc.DatabaseError sqlalchemy.exc.SQLAlchemyError<Exception
subprocess.CalledProcessError<subprocess.SubprocessError subprocess.TimeoutExpired<subprocess.SubprocessError
json.JSONDecodeError<ValueError`
    .split(/\s+/)
    .map((pair) => pair.split("<") as [string, string]),
);

/** The one name of an exception class that a library shows in several modules. */
function shortName(name: string): string {
  return name
    .replace(/^requests\.exceptions\./, "requests.")
    .replace(/^(six\.moves\.)?urllib\.(error|request)\.|^urllib2\./, "urllib.")
    .replace(/^json\.decoder\./, "json.")
    .replace(/^socket\.error$/, "OSError");
}

/**
 * The classes that a library's exception derives from, itself first, up to a builtin's name; none where it is not known.
 *
 * @param name - qualified, as it is imported
 */
export function libraryAncestors(name: string): readonly string[] {
  const found: string[] = [];
  for (let at: string | undefined = shortName(name); at; at = LIBRARY_BASES.get(at)) found.push(at);
  return found.length > 1 || found[0] === "OSError" ? found : [];
}
