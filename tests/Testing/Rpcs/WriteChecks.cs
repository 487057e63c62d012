using Google.Protobuf;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>Writes: once per request id, and on the version that the caller saw.</summary>
internal static class WriteChecks
{
    private const string Stale = "\"0\"";

    // A field that no request has: content that differs, right in form for every method.
    private static readonly byte[] SomethingElse = [0x80, 0xE2, 0x09, 0x01];

    /// <summary>The same request again has the same answer and no effect; the same id with something else is refused.</summary>
    public static async Task RequestIdAsync(Trial trial)
    {
        if (trial.Rpc.Request.FindFieldByName("request_id") is null)
            return;
        var request = await trial.SampleAsync();
        var first = await trial.CallAsync(request);
        if (first.Code != StatusCode.OK)
        {
            trial.Fault("a right request", "OK", first);
            return;
        }

        await trial.ExpectAsync("the same request again", request, "the first answer", answer => answer.Is(StatusCode.OK) && answer.Body.SequenceEqual(first.Body));
        await trial.ExpectAsync(
            "the same request id with something else", () => trial.CallAsync([.. request.ToByteArray(), .. SomethingElse]), "REQUEST_ID_REUSED",
            answer => answer.Is(StatusCode.InvalidArgument, "REQUEST_ID_REUSED") && answer.Fields.Contains("request_id"));
    }

    public static async Task StaleEtagAsync(Trial trial)
    {
        var request = await trial.SampleAsync();
        if (Etag(trial.Rpc, request) is not { } etag)
            return;
        etag.Set(Stale);
        await trial.ExpectAsync("with a stale etag", request, $"ETAG_MISMATCH at {etag.Path}",
            answer => answer.Is(StatusCode.Aborted, "ETAG_MISMATCH") && answer.Fields.Contains(etag.Path));
    }

    // The etag of a resource that is only being made is for output.
    private static ScalarField? Etag(Rpc rpc, IMessage request) =>
        rpc.Request.FindFieldByName("request_id") is null ? null : FieldWalk.Texts(request).FirstOrDefault(text =>
            text.Name == "etag" && (text.Path == "etag" || rpc.Method.Name.StartsWith("Update", StringComparison.Ordinal)));
}
