using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using RpcStatus = Google.Rpc.Status;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// The server engine answers some calls before any interceptor sees them: unknown methods, messages that are too large
/// or malformed. It knows no error details, so they are added here, while the status can still be changed.
/// </summary>
internal sealed class FrameworkErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        if (GrpcAnswer.IsExpected(context)
            && !InfrastructureServices.IsPath(context.Request.Path.Value ?? "")
            && GrpcAnswer.FindFailure(context) is { } place
            && !place.ContainsKey(StatusDetails.TrailerName))
        {
            var code = (StatusCode)GrpcAnswer.ReadStatus(context)!.Value;
            GrpcAnswer.Write(place, Describe(code, GrpcAnswer.ReadMessage(place), context));
        }
    }

    private static RpcStatus Describe(StatusCode code, string message, HttpContext context) => code switch
    {
        StatusCode.Unimplemented when context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is null =>
            StatusDetails.Create(code, ErrorReasons.MethodUnknown, message)
                .InDutch("Deze dienst kent deze methode niet."),
        StatusCode.ResourceExhausted =>
            StatusDetails.Create(code, ErrorReasons.MessageTooLarge, message)
                .InDutch("Het bericht is te groot."),
        // The engine's own answer to an exception. Whatever a method throws has details already,
        // so this one came from reading the request.
        StatusCode.Unknown =>
            StatusDetails.Create(StatusCode.InvalidArgument, ErrorReasons.MessageMalformed, "The request is not the message that this method takes.")
                .InDutch("De aanvraag is onleesbaar."),
        StatusCode.Internal =>
            StatusDetails.Create(code, ErrorReasons.MessageMalformed, message)
                .InDutch("De aanvraag is onleesbaar."),
        StatusCode.DeadlineExceeded =>
            StatusDetails.Create(code, ErrorReasons.DeadlinePassed, message)
                .InDutch("De tijd voor deze aanvraag is verstreken."),
        StatusCode.Cancelled =>
            StatusDetails.Create(code, ErrorReasons.CallCancelled, message)
                .InDutch("De aanvraag is afgebroken."),
        _ => StatusDetails.Create(code, StatusNames.Of(code), message),
    };
}
