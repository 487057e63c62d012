using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Errors;

public sealed class ErrorTableTests
{
    private static Rule RuleOf(RuleKind kind) => new("THE_REASON", kind, "No {thing} here.", "Geen {thing} hier.");

    [Theory]
    [InlineData(RuleKind.Invalid, StatusCode.InvalidArgument)]
    [InlineData(RuleKind.Missing, StatusCode.NotFound)]
    [InlineData(RuleKind.Duplicate, StatusCode.AlreadyExists)]
    [InlineData(RuleKind.State, StatusCode.FailedPrecondition)]
    [InlineData(RuleKind.Conflict, StatusCode.Aborted)]
    [InlineData(RuleKind.NotAllowed, StatusCode.PermissionDenied)]
    [InlineData(RuleKind.Exhausted, StatusCode.ResourceExhausted)]
    public async Task A_broken_rule_reaches_the_caller_with_reason_field_values_and_both_texts(RuleKind kind, StatusCode expected)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new DomainException(RuleOf(kind), "MunicipalityIds[2]", new Dictionary<string, string> { ["thing"] = "GM9999" });

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest()));

        Assert.Equal(expected, refusal.Code);
        Assert.Equal("THE_REASON", refusal.Reason);
        Assert.Equal("No GM9999 here.", refusal.Message);
        Assert.Equal("Geen GM9999 hier.", refusal.Dutch);
        Assert.Equal("GM9999", refusal.Metadata["thing"]);
        Assert.Equal(["municipality_ids[2]"], refusal.Fields);
    }

    public static TheoryData<string, StatusCode, string> Faults => new()
    {
        { "transient", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE" },
        { "transient inside", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE" },
        { "row version", StatusCode.Aborted, "CONCURRENT_CHANGE" },
        { "serialization", StatusCode.Aborted, "CONCURRENT_CHANGE" },
        { "unique", StatusCode.Internal, "INTERNAL" },
        { "neighbour away", StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE" },
        { "neighbour refuses", StatusCode.Internal, "INTERNAL" },
        { "stray cancellation", StatusCode.Internal, "INTERNAL" },
        { "bug", StatusCode.Internal, "INTERNAL" },
    };

    private static Exception Fault(string name) => name switch
    {
        "transient" => new NpgsqlException("gone", new IOException("Jan Jansen")),
        "transient inside" => new InvalidOperationException("may be transient", new DbUpdateException("no", new NpgsqlException("gone", new IOException("x")))),
        "row version" => new DbUpdateConcurrencyException("Jan Jansen"),
        "serialization" => new DbUpdateException("no", Postgres(PostgresErrorCodes.SerializationFailure)),
        "unique" => new DbUpdateException("no", Postgres(PostgresErrorCodes.UniqueViolation)),
        "neighbour away" => new RpcException(new Status(StatusCode.Unavailable, "Jan Jansen")),
        "neighbour refuses" => new RpcException(new Status(StatusCode.InvalidArgument, "Jan Jansen")),
        "stray cancellation" => new TaskCanceledException("Jan Jansen"),
        _ => new FormatException("Jan Jansen is not a number"),
    };

    private static PostgresException Postgres(string state) => new("Jan Jansen", "ERROR", "ERROR", state);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_tells_the_caller_what_to_do_and_nothing_of_its_message(string fault, StatusCode code, string reason)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw Fault(fault);

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest()));

        Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
        Assert.DoesNotContain("Jan Jansen", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Running.Logs.All, line => line.Text.Contains("Jan Jansen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unexpected_fault_is_logged_under_the_trace_id_that_the_caller_gets()
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new FormatException("secret");

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest()));

        var line = Assert.Single(host.Running.Logs.All, line => line.Text.Contains("System.FormatException", StringComparison.Ordinal));
        Assert.Equal(refusal.Metadata["trace_id"], line.Trace?.ToHexString());
    }

    [Theory]
    [InlineData("Collect")]
    [InlineData("Tell")]
    [InlineData("Chat")]
    public async Task Streams_are_mapped_as_unary_calls_are(string method)
    {
        await using var host = await ProbeHost.StartAsync();
        host.Script.Run = (_, _) => throw new DomainException(RuleOf(RuleKind.State));

        var refusal = await Refusal.Of(() => Streams.CallAsync(host.CreateClient(), method, new AskRequest()));

        Assert.Equal((StatusCode.FailedPrecondition, "THE_REASON"), (refusal.Code, refusal.Reason));
    }
}
