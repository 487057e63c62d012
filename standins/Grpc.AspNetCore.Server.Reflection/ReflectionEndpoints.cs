using Grpc.Core;
using Grpc.Reflection;
using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Both versions of the reflection service as one, so that conventions put on the mapping hold for both.</summary>
[BindServiceMethod(typeof(ReflectionEndpoints), nameof(BindService))]
internal sealed class ReflectionEndpoints(ReflectionServiceImpl alpha, ReflectionV1ServiceImpl version1)
{
    public static void BindService(ServiceBinderBase binder, ReflectionEndpoints? endpoints)
    {
        V1Alpha.ServerReflection.BindService(binder, null);
        V1.ServerReflection.BindService(binder, null);
    }

    public Task ServerReflectionInfo(
        IAsyncStreamReader<V1Alpha.ServerReflectionRequest> requestStream,
        IServerStreamWriter<V1Alpha.ServerReflectionResponse> responseStream,
        ServerCallContext context) => alpha.ServerReflectionInfo(requestStream, responseStream, context);

    public Task ServerReflectionInfo(
        IAsyncStreamReader<V1.ServerReflectionRequest> requestStream,
        IServerStreamWriter<V1.ServerReflectionResponse> responseStream,
        ServerCallContext context) => version1.ServerReflectionInfo(requestStream, responseStream, context);
}
