using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Tests.Probe;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Security;

public sealed class StartTests
{
    [Fact]
    public async Task A_service_with_an_rpc_without_policy_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(map: app => app.MapGrpcService<Open>()));

        Assert.Contains("/regio.probe.v1.ProbeService/Ask has no policy.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_whose_rpc_names_an_unknown_policy_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(map: app => app.MapGrpcService<Mistyped>()));

        Assert.Contains("/regio.probe.v1.ProbeService/Ask names the policy probe.aks, which is not declared.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_cannot_pass_as_infrastructure_by_its_name()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(map: app => app.MapGrpcService<HealthServiceImpl>()));

        Assert.Contains("has no policy", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("probe.extra", "janitor", "names the role janitor, which does not exist")]
    [InlineData("probe.extra", null, "Policy probe.extra has no roles")]
    [InlineData("probe.ask", Roles.Finance, "Policy probe.ask is declared 2 times")]
    public async Task A_policy_that_makes_no_sense_keeps_the_service_from_starting(string name, string? role, string complaint)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(
            configure: builder => builder.AddPolicies(new AccessPolicy(name, role is null ? [] : [role]))));

        Assert.Contains(complaint, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_the_development_key_is_refused()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(
            new Dictionary<string, string?> { ["Regio:AllowPlaintext"] = "true" }, environment: "Production"));

        Assert.Contains("Authentication__DevelopmentKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_believe_a_service_does_not_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(new Dictionary<string, string?> { ["Authentication:DevelopmentKey"] = "" }));

        Assert.Contains("Authentication__Authority", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_plain_text_is_refused_with_what_to_set()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeHost.StartAsync(environment: "Production"));

        Assert.Contains("Kestrel__Endpoints__grpc__Certificate__Path", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Regio__AllowPlaintext=true", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_there_is_no_reflection_and_calls_need_tokens()
    {
        await using var host = await ProbeHost.StartAsync(
            new Dictionary<string, string?> { ["Regio:AllowPlaintext"] = "true", ["Authentication:DevelopmentKey"] = "", ["Authentication:Authority"] = "https://127.0.0.1:1/" },
            environment: "Production");

        var reflection = new global::Grpc.Reflection.V1Alpha.ServerReflection.ServerReflectionClient(host.Running.CreateChannel());
        using var call = reflection.ServerReflectionInfo(cancellationToken: TestContext.Current.CancellationToken);
        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        var refusal = await Refusal.Of(host.CreateAnonymousClient().AskAsync(new AskRequest()));
        var unverifiable = await Refusal.Of(host.CreateClient(TestTokens.For(Roles.Finance)).AskAsync(new AskRequest()));

        Assert.Equal(StatusCode.Unimplemented, exception.StatusCode);
        Assert.Equal("TOKEN_MISSING", refusal.Reason);
        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (unverifiable.Code, unverifiable.Reason));
    }

    private sealed class Open : ProbeService.ProbeServiceBase
    {
        public override Task<AskResponse> Ask(AskRequest request, ServerCallContext context) => Task.FromResult(new AskResponse());
    }

    private sealed class HealthServiceImpl : ProbeService.ProbeServiceBase;

    private sealed class Mistyped : ProbeService.ProbeServiceBase
    {
        [Policy("probe.aks")]
        public override Task<AskResponse> Ask(AskRequest request, ServerCallContext context) => Task.FromResult(new AskResponse());
    }
}
