using Google.Protobuf;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>One rpc that is tried in one way, and what was seen that is not right.</summary>
public sealed class Trial(IServiceUnderTest host, Samples samples, Rpc rpc)
{
    // What a background task of the service changes now and then is not the doing of the call: that changes it each time.
    private const int MostAttempts = 3;

    private readonly List<string> _faults = [];

    public Rpc Rpc => rpc;

    public IServiceUnderTest Host => host;

    public IReadOnlyList<string> Faults => _faults;

    public bool IsJudgedElsewhere(string path) => samples.IsJudgedElsewhere(rpc, path);

    /// <summary>Whether the answer is that to a right request.</summary>
    public bool IsDone(RpcAnswer answer) => samples.IsDone(rpc, answer);

    public Task<IMessage> SampleAsync() => samples.RequestAsync(rpc);

    /// <summary>Calls as somebody who may.</summary>
    public Task<RpcAnswer> CallAsync(IMessage request, TimeSpan? deadline = null) => rpc.CallAsync(samples.Invoker(host, rpc), request, deadline);

    /// <summary>Calls as somebody who may.</summary>
    public Task<RpcAnswer> CallAsync(byte[] request) => rpc.CallAsync(samples.Invoker(host, rpc), request);

    /// <summary>Calls as somebody who may, limited to a municipality or a provider.</summary>
    public Task<RpcAnswer> CallAsync(IMessage request, string? municipality, string? provider) =>
        rpc.CallAsync(samples.Invoker(host, rpc, municipality, provider), request);

    public void Fault(string what, string expected, RpcAnswer seen) =>
        _faults.Add($"{rpc}, {what}: expected {expected}, got {seen}. {samples.Advice(rpc)}");

    /// <summary>The call must end as expected and leave the database as it was.</summary>
    public Task ExpectAsync(string what, IMessage request, string expected, Func<RpcAnswer, bool> isRight) =>
        ExpectAsync(what, () => CallAsync(request), expected, isRight);

    /// <inheritdoc cref="ExpectAsync(string, IMessage, string, Func{RpcAnswer, bool})"/>
    public async Task ExpectAsync(string what, Func<Task<RpcAnswer>> call, string expected, Func<RpcAnswer, bool> isRight)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await DatabasePrint.OfAsync(host.Database);
            var answer = await call();
            var after = await DatabasePrint.OfAsync(host.Database);
            if (!isRight(answer))
                Fault(what, expected, answer);
            else if (before != after && answer.Code != StatusCode.OK)
            {
                if (attempt < MostAttempts)
                    continue;
                _faults.Add($"{rpc}, {what}: was refused with {answer}, but changed {DatabasePrint.Difference(before, after)}.");
            }

            return;
        }
    }
}
