using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Regio.StandIns.Tests.V1;

namespace Regio.StandIns.Tests.Grpc.Server;

internal sealed class EchoService(Observations observations, ServerName name) : Echo.EchoBase
{
    public override async Task<EchoMessage> Say(EchoMessage request, ServerCallContext context)
    {
        var headers = new global::Grpc.Core.Metadata();
        foreach (var entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }

        await context.WriteResponseHeadersAsync(headers);
        return new EchoMessage { Text = request.Text, Server = name.Value };
    }

    public override async Task<EchoMessage> Collect(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            texts.Add(message.Text);
        return new EchoMessage { Text = string.Join(' ', texts), Times = texts.Count };
    }

    public override async Task Repeat(
        EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        for (var time = 1; time <= request.Times; time++)
            await responseStream.WriteAsync(new EchoMessage { Text = request.Text, Times = time }, context.CancellationToken);
    }

    public override async Task Chat(
        IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new EchoMessage { Text = $"re: {message.Text}" }, context.CancellationToken);
    }

    public override async Task<EchoMessage> Wait(EchoMessage request, ServerCallContext context)
    {
        observations.Started(request.Text, context.Deadline);
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }
        finally
        {
            observations.Cancelled(request.Text);
        }

        return request;
    }

    public override Task<EchoMessage> Fail(EchoMessage request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("x-seen", request.Text);
        throw RichError(request.Text).ToRpcException();
    }

    public override Task<EchoMessage> Falter(EchoMessage request, ServerCallContext context)
    {
        var attempt = observations.CountAttempt(request.Text);
        return attempt > request.Times
            ? Task.FromResult(new EchoMessage { Text = request.Text, Times = attempt })
            : throw new RpcException(new global::Grpc.Core.Status(StatusCode.Unavailable, "Not yet."));
    }

    public static Google.Rpc.Status RichError(string subject) => new()
    {
        Code = (int)Code.InvalidArgument,
        Message = $"The amount is below zero: {subject} €",
        Details =
        {
            Any.Pack(new ErrorInfo { Reason = "AMOUNT_NEGATIVE", Domain = "regio", Metadata = { ["subject"] = subject } }),
            Any.Pack(new BadRequest
            {
                FieldViolations =
                {
                    new BadRequest.Types.FieldViolation
                    {
                        Field = "amount_cents",
                        Description = "must not be negative",
                        Reason = "AMOUNT_NEGATIVE",
                        LocalizedMessage = new LocalizedMessage { Locale = "nl-NL", Message = "mag niet negatief zijn" },
                    },
                },
            }),
        },
    };
}
