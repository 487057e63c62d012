using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Regio.StandIns.Tests.Grpc;

public sealed class ReflectionTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>
{
    [Fact]
    public async Task Both_versions_list_every_mapped_service()
    {
        string[] expected =
        [
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection",
            "regio.tests.v1.Echo",
        ];

        var version1 = await Ask(new ServerReflectionRequest { ListServices = "" });
        var alpha = await AskAlpha(new V1Alpha.ServerReflectionRequest { ListServices = "" });

        Assert.Equal(expected, version1.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.Equal(expected, alpha.ListServicesResponse.Service.Select(service => service.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("regio.tests.v1.Echo")]
    [InlineData("regio.tests.v1.Echo.Say")]
    [InlineData("regio.tests.v1.EchoMessage")]
    [InlineData("regio.tests.v1.EchoMessage.text")]
    public async Task The_file_of_a_symbol_describes_it(string symbol)
    {
        var answer = await Ask(new ServerReflectionRequest { Host = "here", FileContainingSymbol = symbol });

        var file = FileDescriptorProto.Parser.ParseFrom(answer.FileDescriptorResponse.FileDescriptorProto[0]);
        Assert.Equal(EchoReflection.Descriptor.ToProto(), file);
        Assert.Equal("here", answer.ValidHost);
        Assert.Equal(symbol, answer.OriginalRequest.FileContainingSymbol);
    }

    [Fact]
    public async Task A_file_is_found_by_its_name()
    {
        var answer = await Ask(new ServerReflectionRequest { FileByFilename = "echo.proto" });

        Assert.Equal(EchoReflection.Descriptor.SerializedData, answer.FileDescriptorResponse.FileDescriptorProto.Single());
    }

    [Fact]
    public async Task What_is_not_known_is_not_found()
    {
        var symbol = await Ask(new ServerReflectionRequest { FileContainingSymbol = "no.Such" });
        var file = await Ask(new ServerReflectionRequest { FileByFilename = "no/such.proto" });
        var extension = await Ask(new ServerReflectionRequest { AllExtensionNumbersOfType = "no.Such" });

        Assert.Equal((int)StatusCode.NotFound, symbol.ErrorResponse.ErrorCode);
        Assert.Equal((int)StatusCode.NotFound, file.ErrorResponse.ErrorCode);
        Assert.Equal((int)StatusCode.Unimplemented, extension.ErrorResponse.ErrorCode);
    }

    [Fact]
    public void A_file_comes_with_all_that_it_imports()
    {
        var registry = global::Grpc.Reflection.SymbolRegistry.FromFiles([Google.Rpc.StatusReflection.Descriptor]);

        Assert.Equal("google/protobuf/any.proto", registry.FileContainingSymbol("google.protobuf.Any")?.Name);
        Assert.Null(registry.FileByName("other.proto"));
    }

    private async Task<ServerReflectionResponse> Ask(ServerReflectionRequest request)
    {
        using var channel = fixture.Server.OpenChannel();
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo(cancellationToken: Running.Test);
        await call.RequestStream.WriteAsync(request, Running.Test);
        Assert.True(await call.ResponseStream.MoveNext(Running.Test));
        return call.ResponseStream.Current;
    }

    private async Task<V1Alpha.ServerReflectionResponse> AskAlpha(V1Alpha.ServerReflectionRequest request)
    {
        using var channel = fixture.Server.OpenChannel();
        using var call = new V1Alpha.ServerReflection.ServerReflectionClient(channel)
            .ServerReflectionInfo(cancellationToken: Running.Test);
        await call.RequestStream.WriteAsync(request, Running.Test);
        Assert.True(await call.ResponseStream.MoveNext(Running.Test));
        return call.ResponseStream.Current;
    }
}
