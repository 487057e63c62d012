using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>Requests that are right but for one field, which holds what its type allows and its meaning does not.</summary>
internal static class ExtremeChecks
{
    private const int UnknownChoice = 9999;
    private const int LongText = 300_000;
    private const string RefusedOrIgnored = "a refusal that names it, or an answer without it";

    /// <summary>The smallest and the largest number: done, or refused by a rule; never a fault of the service.</summary>
    public static async Task NumbersAsync(Trial trial)
    {
        await EachAsync(trial, "the smallest", field => Extreme(field, largest: false), "a rule or OK", IsJudged);
        await EachAsync(trial, "the largest", field => Extreme(field, largest: true), "a rule or OK", IsJudged);
    }

    /// <summary>A choice that this version does not know.</summary>
    public static Task ChoicesAsync(Trial trial) => EachAsync(
        trial,
        "an unknown choice",
        field => field.Value is System.Enum ? System.Enum.ToObject(field.Value.GetType(), UnknownChoice) : null,
        RefusedOrIgnored,
        IsRefusedOrIgnored);

    /// <summary>Text that no database can keep.</summary>
    public static Task ControlCharactersAsync(Trial trial) =>
        EachAsync(trial, "a NUL", field => field.Value is string text ? $"{text}\0" : null, RefusedOrIgnored, IsRefusedOrIgnored);

    /// <summary>Text that nobody would read.</summary>
    public static Task LongTextsAsync(Trial trial) =>
        EachAsync(trial, "a very long text", field => field.Value is string ? new string('x', LongText) : null, RefusedOrIgnored, IsRefusedOrIgnored);

    private static async Task EachAsync(
        Trial trial, string what, Func<ScalarField, object?> spoil, string expected, Func<Rpc, RpcAnswer, ScalarField, object, bool> isRight)
    {
        var count = FieldWalk.Scalars(await trial.UnusedSampleAsync()).Count();
        for (var i = 0; i < count; i++)
        {
            var request = await trial.UnusedSampleAsync();
            var field = FieldWalk.Scalars(request).ElementAtOrDefault(i);
            if (field is null || spoil(field) is not { } spoilt)
                continue;
            field.Set(spoilt);
            var answer = await trial.CallAsync(request);
            if (!isRight(trial.Rpc, answer, field, spoilt))
                trial.Fault($"with {what} in {field.Path}", expected, answer);
        }
    }

    private static bool IsRefusedOrIgnored(Rpc rpc, RpcAnswer answer, ScalarField field, object spoilt) =>
        (answer.Is(StatusCode.InvalidArgument, StatusCode.NotFound) && Names(answer, field))
        || answer.Is(StatusCode.Aborted, "ETAG_MISMATCH")
        || answer.Is(StatusCode.InvalidArgument, "FIELD_NOT_UPDATABLE")
        || (answer.Is(StatusCode.OK) && !Holds(rpc, answer, spoilt));

    // A day or an amount is refused as a whole, so its name is the beginning of the path.
    private static bool Names(RpcAnswer answer, ScalarField field) =>
        answer.Fields.Any(name => field.Path.StartsWith(name, StringComparison.Ordinal));

    // What only the service fills in is not read from a request.
    private static bool Holds(Rpc rpc, RpcAnswer answer, object value) =>
        FieldWalk.Scalars(rpc.Method.OutputType.Parser.ParseFrom(answer.Body)).Any(field => field.Value.Equals(value));

    private static bool IsJudged(Rpc rpc, RpcAnswer answer, ScalarField field, object spoilt) => answer.Reason == "INVALID_REQUEST"
        ? Names(answer, field)
        : answer.Is(
            StatusCode.OK, StatusCode.InvalidArgument, StatusCode.FailedPrecondition, StatusCode.NotFound, StatusCode.AlreadyExists, StatusCode.ResourceExhausted);

    private static object? Extreme(ScalarField field, bool largest) => field.Value switch
    {
        int => largest ? int.MaxValue : int.MinValue,
        long => largest ? long.MaxValue : long.MinValue,
        double => largest ? double.MaxValue : double.NaN,
        float => largest ? float.MaxValue : float.NaN,
        uint => largest ? uint.MaxValue : null,
        ulong => largest ? ulong.MaxValue : null,
        _ => null,
    };
}
