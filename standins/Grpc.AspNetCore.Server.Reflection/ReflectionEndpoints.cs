using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Grpc.Reflection;
using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Grpc.AspNetCore.Server.Reflection;

/// <summary>Both versions of the reflection service as one, so that conventions put on the mapping hold for both.</summary>
[SuppressMessage("Performance", "CA1852:Seal internal types", Justification = "The engine binds virtual methods only.")]
[BindServiceMethod(typeof(ReflectionEndpoints), nameof(BindService))]
internal class ReflectionEndpoints(ReflectionServiceImpl alpha, ReflectionV1ServiceImpl version1)
{
    public static void BindService(ServiceBinderBase binder, ReflectionEndpoints? endpoints)
    {
        V1Alpha.ServerReflection.BindService(binder, null);
        V1.ServerReflection.BindService(binder, null);
    }

    public virtual Task ServerReflectionInfo(
        IAsyncStreamReader<V1Alpha.ServerReflectionRequest> requestStream,
        IServerStreamWriter<V1Alpha.ServerReflectionResponse> responseStream,
        ServerCallContext context) => alpha.ServerReflectionInfo(requestStream, responseStream, context);

    public virtual Task ServerReflectionInfo(
        IAsyncStreamReader<V1.ServerReflectionRequest> requestStream,
        IServerStreamWriter<V1.ServerReflectionResponse> responseStream,
        ServerCallContext context) => version1.ServerReflectionInfo(requestStream, responseStream, context);
}
