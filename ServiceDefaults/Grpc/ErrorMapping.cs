using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using FluentValidation;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc.Watches;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>The one place where an exception becomes a status. What it does not know is INTERNAL, told to the log alone.</summary>
internal sealed class ErrorMapping(IEnumerable<ConstraintRule> constraints, TimeProvider time, ILogger<ErrorMapping> logger)
{
    private readonly FrozenDictionary<string, ConstraintRule> _constraints = constraints.ToFrozenDictionary(c => c.Constraint);

    public RpcException ToRpcException(Exception exception, ServerCallContext context) =>
        ToStatus(exception, context).ToRpcException();

    private RpcStatus ToStatus(Exception exception, ServerCallContext context) => exception switch
    {
        DomainException broken => FromRule(broken),
        ValidationException failed => FromValidation(failed),
        WatchEndedException ended => StatusDetails.Create(StatusCode.Unavailable, ended.Reason, ended.Message).InDutch(ended.DutchMessage),
        MalformedMessageException => StatusDetails
            .Create(StatusCode.InvalidArgument, ErrorReasons.MessageMalformed, "A message of the stream is malformed.")
            .InDutch("Een bericht in de stroom is onleesbaar."),
        OversizedMessageException => StatusDetails
            .Create(StatusCode.ResourceExhausted, ErrorReasons.MessageTooLarge, "A message of the stream is larger than the service reads.")
            .InDutch("Een bericht in de stroom is te groot."),
        TooManyCallsException { Limit: var limit } => StatusDetails
            .Create(StatusCode.ResourceExhausted, ErrorReasons.TooManyCalls, $"The caller has {limit} calls open, which is the most; end one first.",
                [KeyValuePair.Create("limit", limit.ToString(CultureInfo.InvariantCulture))])
            .InDutch("Te veel aanvragen tegelijk; wacht tot er een klaar is."),
        _ when context.CancellationToken.IsCancellationRequested && Chain(exception).Any(IsCancellation) => FromCancellation(context),
        RpcException answered => FromNeighbour(answered, context),
        _ => FromInfrastructure(exception) ?? Unexpected(exception, context),
    };

    private static RpcStatus FromRule(DomainException broken)
    {
        var code = broken.Rule.Kind switch
        {
            RuleKind.Invalid => StatusCode.InvalidArgument,
            RuleKind.Missing => StatusCode.NotFound,
            RuleKind.Duplicate => StatusCode.AlreadyExists,
            RuleKind.State => StatusCode.FailedPrecondition,
            RuleKind.Conflict => StatusCode.Aborted,
            RuleKind.NotAllowed => StatusCode.PermissionDenied,
            RuleKind.Exhausted => StatusCode.ResourceExhausted,
            _ => throw new UnreachableException($"Rule {broken.Rule.Code} is of an unknown kind."),
        };
        var status = StatusDetails
            .Create(code, broken.Rule.Code, broken.Message, broken.Metadata)
            .InDutch(broken.DutchMessage);
        return broken.Field is { Length: > 0 } field ? status.WithField(FieldPath.ToProto(field), broken.Message) : status;
    }

    private static RpcStatus FromValidation(ValidationException failed) => StatusDetails
        .Create(StatusCode.InvalidArgument, ErrorReasons.InvalidRequest, "The request is not valid; the details name the fields.")
        .WithFields(failed.Errors.Select(error => new BadRequest.Types.FieldViolation
        {
            Field = FieldPath.ToProto(error.PropertyName),
            Description = error.ErrorMessage,
        }))
        .InDutch("De aanvraag is niet geldig; de details noemen de velden.");

    private RpcStatus FromCancellation(ServerCallContext context) => context.Deadline <= time.GetUtcNow().UtcDateTime
        ? StatusDetails.Create(StatusCode.DeadlineExceeded, ErrorReasons.DeadlinePassed, "The deadline passed.")
            .InDutch("De tijd voor deze aanvraag is verstreken.")
        : StatusDetails.Create(StatusCode.Cancelled, ErrorReasons.CallCancelled, "The call was cancelled.")
            .InDutch("De aanvraag is afgebroken.");

    /// <summary>
    /// Only what also holds for our own caller is passed on. Anything else a neighbour answers means that
    /// this service asked it something wrong, which is a fault of this service.
    /// </summary>
    private RpcStatus FromNeighbour(RpcException answered, ServerCallContext context) => answered.StatusCode switch
    {
        StatusCode.DeadlineExceeded or StatusCode.Cancelled when context.Deadline <= time.GetUtcNow().UtcDateTime => FromCancellation(context),
        StatusCode.Unavailable or StatusCode.ResourceExhausted or StatusCode.DeadlineExceeded or StatusCode.Cancelled => Unavailable(),
        StatusCode.Unauthenticated or StatusCode.PermissionDenied when answered.GetRpcStatus() is { } status => status,
        _ => Unexpected(answered, context),
    };

    private RpcStatus? FromInfrastructure(Exception exception)
    {
        foreach (var cause in Chain(exception))
        {
            switch (cause)
            {
                case DbUpdateConcurrencyException:
                case PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }:
                    return StatusDetails
                        .Create(StatusCode.Aborted, ErrorReasons.ConcurrentChange, "Another change came first; read again and retry.")
                        .InDutch("Een andere wijziging was eerder; lees opnieuw en probeer het nog eens.");
                case PostgresException { ConstraintName: { } name } when _constraints.TryGetValue(name, out var broken):
                    return FromRule(new DomainException(broken.Rule, broken.Field));
                case NpgsqlException { IsTransient: true }:
                    return Unavailable();
            }
        }

        return null;
    }

    private static RpcStatus Unavailable() => StatusDetails
        .Create(StatusCode.Unavailable, ErrorReasons.DependencyUnavailable, "Something this service needs cannot be reached now.")
        .InDutch("De dienst is tijdelijk niet bereikbaar.");

    private RpcStatus Unexpected(Exception exception, ServerCallContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? "";
        logger.LogError("{Method} failed unexpectedly: {Fault}", context.Method, FaultDescription.Of(exception));
        return StatusDetails
            .Create(StatusCode.Internal, ErrorReasons.Internal, "The service failed; its log has more under the trace id.",
                [KeyValuePair.Create("trace_id", trace)])
            .InDutch("Er ging iets mis in de dienst.");
    }

    private static bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled or StatusCode.DeadlineExceeded }
            or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
