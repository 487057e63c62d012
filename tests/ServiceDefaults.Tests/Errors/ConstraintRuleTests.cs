using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Errors;

public sealed class ConstraintRuleTests
{
    [Theory]
    [InlineData("ex_thing_twice", StatusCode.AlreadyExists, "THING_EXISTS", "thing.code")]
    [InlineData("ex_other", StatusCode.Internal, "INTERNAL", null)]
    public async Task A_constraint_that_stands_for_a_rule_is_told_as_that_rule(string constraint, StatusCode code, string reason, string? field)
    {
        var rule = new Rule("THING_EXISTS", RuleKind.Duplicate, "It exists.", "Het bestaat al.");
        await using var host = await ProbeHost.StartAsync(
            configure: builder => builder.Services.AddSingleton(new ConstraintRule("ex_thing_twice", rule, "thing.code")));
        host.Script.Run = (_, _) => throw new DbUpdateException("no", new PostgresException(
            "Jan Jansen", "ERROR", "ERROR", PostgresErrorCodes.ExclusionViolation, constraintName: constraint));

        var refusal = await Refusal.Of(host.CreateClient().AskAsync(new AskRequest()));

        Assert.Equal((code, reason), (refusal.Code, refusal.Reason));
        Assert.Equal(field, refusal.Fields.SingleOrDefault());
        Assert.DoesNotContain("Jansen", refusal.Message, StringComparison.Ordinal);
    }
}
