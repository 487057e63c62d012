using Google.Protobuf;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>Requests with a field that is missing, malformed or names what does not exist.</summary>
internal static class FieldChecks
{
    private static readonly string[] Wide = ["List", "Watch", "Batch", "Export", "Preview"];

    /// <summary>An empty request does, or is refused with fields that the request has; a write wants its id.</summary>
    public static async Task EmptyAsync(Trial trial)
    {
        var type = trial.Rpc.Request;
        var isWrite = type.FindFieldByName("request_id") is not null;
        await trial.ExpectAsync(
            "with nothing in it",
            type.Parser.ParseFrom(ByteString.Empty),
            isWrite ? "INVALID_ARGUMENT that names request_id" : "OK, INVALID_ARGUMENT that names fields of the request, or NOT_FOUND",
            answer => (!isWrite && (trial.IsDone(answer) || answer.Is(StatusCode.NotFound)))
                || (answer.Is(StatusCode.InvalidArgument) && NamesFields(trial.Rpc, answer) && (!isWrite || answer.Fields.Contains("request_id"))));
    }

    /// <summary>Each id in turn is not of its form.</summary>
    public static Task MalformedIdsAsync(Trial trial) => SpoiltAsync(trial, "malformed", _ => "geen\u0007id", (answer, id) =>
        answer.Is(StatusCode.InvalidArgument) && answer.Fields.Contains(id.Path));

    /// <summary>
    /// Each id in turn names what does not exist: NOT_FOUND at that field, or a rule of its own where only one would do; a
    /// filter may find nothing instead.
    /// </summary>
    public static Task UnknownIdsAsync(Trial trial) => SpoiltAsync(trial, "unknown", Unknown, (answer, id) =>
        ((IsWide(trial.Rpc) || IsAnybodysChoice(trial, id)) && answer.Is(StatusCode.OK))
        || ((answer.Is(StatusCode.NotFound) || (answer.Is(StatusCode.InvalidArgument) && answer.Reason != "INVALID_REQUEST")) && answer.Fields.Contains(id.Path)));

    /// <summary>Answers with what there is of it, which may be nothing.</summary>
    public static bool IsWide(Rpc rpc) => Wide.Any(verb => rpc.Method.Name.StartsWith(verb, StringComparison.Ordinal));

    private static async Task SpoiltAsync(Trial trial, string how, Func<ScalarField, string> spoil, Func<RpcAnswer, ScalarField, bool> isRight)
    {
        var attempts = new List<Attempt>();
        var sample = await trial.UnusedSampleAsync();
        var count = FieldWalk.Ids(sample).Count();
        for (var i = 0; i < count; i++)
        {
            // One that may be done has a sample to itself.
            var request = IsAnybodysChoice(trial, FieldWalk.Ids(sample).ElementAt(i)) ? await trial.SampleAsync() : trial.CopyOf(sample);
            var id = FieldWalk.Ids(request).ElementAt(i);
            id.Set(spoil(id));
            attempts.Add(new Attempt($"with {how} {id.Path}", () => trial.CallAsync(request), $"a refusal of {id.Path}", answer => isRight(answer, id)));
        }

        await trial.ExpectAllAsync(attempts);
    }

    private static bool IsAnybodysChoice(Trial trial, ScalarField id) => id.Name == "request_id" || trial.IsJudgedElsewhere(id.Path);

    private static string Unknown(ScalarField id) => id.Text switch
    {
        var value when Guid.TryParse(value, out _) => GeneratedRequest.NewId(),
        var value when value.Split(':') is [var owner, var part] => $"{(owner.StartsWith("GM", StringComparison.Ordinal) ? "GM9998" : "QQ")}:{part}",
        var value when value.StartsWith("GM", StringComparison.Ordinal) => "GM9998",
        var value when value.All(char.IsAsciiLetterUpper) => "QQ",
        var value when value.All(char.IsAsciiDigit) => new string('9', value.Length),
        _ => "onbekend",
    };

    private static bool NamesFields(Rpc rpc, RpcAnswer answer) =>
        answer.Fields.Count > 0 && answer.Fields.All(path => FieldWalk.Has(rpc.Request, path));
}
