namespace Regio.ServiceDefaults.Grpc;

/// <summary>Reasons in ErrorInfo that come from the platform and not from a rule of the domain.</summary>
public static class ErrorReasons
{
    /// <summary>One or more fields of the request are wrong; BadRequest names them.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The bytes are not the message that the method takes.</summary>
    public const string MessageMalformed = "MESSAGE_MALFORMED";

    /// <summary>A message is larger than the service accepts or sends.</summary>
    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";

    /// <summary>The caller has as many calls open as it may; metadata: limit.</summary>
    public const string TooManyCalls = "TOO_MANY_CALLS";

    /// <summary>The service or method does not exist here.</summary>
    public const string MethodUnknown = "METHOD_UNKNOWN";

    /// <summary>The caller went away.</summary>
    public const string CallCancelled = "CALL_CANCELLED";

    /// <summary>The deadline passed, either the caller's or the service's own.</summary>
    public const string DeadlinePassed = "DEADLINE_PASSED";

    /// <summary>Something the service needs cannot be reached now; trying again may help.</summary>
    public const string DependencyUnavailable = "DEPENDENCY_UNAVAILABLE";

    /// <summary>The service stops, and a watch ends with it.</summary>
    public const string ServiceStopping = "SERVICE_STOPPING";

    /// <summary>A watch may have missed changes.</summary>
    public const string WatchInterrupted = "WATCH_INTERRUPTED";

    /// <summary>Another write came first; read again and retry.</summary>
    public const string ConcurrentChange = "CONCURRENT_CHANGE";

    /// <summary>A fault of the service; its metadata holds the trace id under which it is logged.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The call carries no token.</summary>
    public const string TokenMissing = "TOKEN_MISSING";

    /// <summary>The token is no longer valid.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";

    /// <summary>The token is malformed, not signed by the issuer, or meant for somebody else.</summary>
    public const string TokenInvalid = "TOKEN_INVALID";

    /// <summary>None of the caller's roles may call this method.</summary>
    public const string RoleNotAllowed = "ROLE_NOT_ALLOWED";
}
