using Google.Rpc;
using Grpc.Core;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc;

public sealed class RichErrorTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>
{
    [Fact]
    public async Task A_rich_error_arrives_with_all_its_details()
    {
        using var channel = fixture.Server.OpenChannel();

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Echo.EchoClient(channel).FailAsync(new EchoMessage { Text = "one" }, cancellationToken: Running.Test));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("The amount is below zero: one €", error.Status.Detail);
        Assert.Equal("one", error.Trailers.GetValue("x-seen"));
        var status = error.GetRpcStatus();
        Assert.Equal(EchoService.RichError("one"), status);
        Assert.Equal("AMOUNT_NEGATIVE", status!.GetDetail<ErrorInfo>()?.Reason);
        Assert.Equal("amount_cents", status.GetDetail<BadRequest>()?.FieldViolations.Single().Field);
        Assert.Null(status.GetDetail<RetryInfo>());
    }

    [Fact]
    public void An_error_without_details_has_no_rich_status() =>
        Assert.Null(new RpcException(new global::Grpc.Core.Status(StatusCode.Internal, "plain")).GetRpcStatus());

    [Fact]
    public void A_code_that_gRPC_does_not_know_is_unknown() =>
        Assert.Equal(StatusCode.Unknown, new Google.Rpc.Status { Code = 99 }.ToRpcException().StatusCode);

    [Fact]
    public void Setting_the_rich_status_again_replaces_it()
    {
        var trailers = new global::Grpc.Core.Metadata();
        trailers.SetRpcStatus(EchoService.RichError("first"));
        trailers.SetRpcStatus(EchoService.RichError("second"));

        Assert.Single(trailers);
        Assert.Equal(EchoService.RichError("second"), trailers.GetRpcStatus());
    }

    [Fact]
    public void A_malformed_rich_status_can_be_overlooked()
    {
        var trailers = new global::Grpc.Core.Metadata { { MetadataExtensions.StatusDetailsTrailerName, [0xFF] } };

        Assert.Null(trailers.GetRpcStatus(ignoreParseError: true));
        Assert.Throws<Google.Protobuf.InvalidProtocolBufferException>(() => trailers.GetRpcStatus());
    }
}
