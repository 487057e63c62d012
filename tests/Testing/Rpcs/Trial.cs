using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>One rpc that is tried in one way, and what was seen that is not right.</summary>
public sealed class Trial(IServiceUnderTest host, Samples samples, Rpc rpc)
{
    // What a background task of the service changes now and then is not the doing of the call: that changes it each time.
    private const int MostAttempts = 3;

    // To make all that must exist for a right request is most of the work of the table.
    private static readonly ConditionalWeakTable<IServiceUnderTest, ConcurrentDictionary<Rpc, byte[]>> s_unused = [];

    private readonly List<string> _faults = [];

    public Rpc Rpc => rpc;

    public IServiceUnderTest Host => host;

    public IReadOnlyList<string> Faults => _faults;

    public bool IsJudgedElsewhere(string path) => samples.IsJudgedElsewhere(rpc, path);

    /// <summary>Whether the answer is that to a right request.</summary>
    public bool IsDone(RpcAnswer answer) => samples.IsDone(rpc, answer);

    /// <summary>A right request that is this trial's own to spoil: samples may share their parts.</summary>
    public async Task<IMessage> SampleAsync() => rpc.Request.Parser.ParseFrom((await samples.RequestAsync(rpc)).ToByteArray());

    public IMessage CopyOf(IMessage request) => rpc.Request.Parser.ParseFrom(request.ToByteArray());

    /// <summary>
    /// A right request on which nothing was done yet. What is refused leaves all as it was, so it serves all trials of the rpc
    /// until a call succeeds; that of an rpc that only reads serves always.
    /// </summary>
    public async Task<IMessage> UnusedSampleAsync()
    {
        var unused = s_unused.GetOrCreateValue(host);
        if (!unused.TryGetValue(rpc, out var bytes))
            unused[rpc] = bytes = (await samples.RequestAsync(rpc)).ToByteArray();
        return rpc.Request.Parser.ParseFrom(bytes);
    }

    /// <summary>Calls as somebody who may.</summary>
    public Task<RpcAnswer> CallAsync(IMessage request, TimeSpan? deadline = null) => SentAsync(rpc.CallAsync(samples.Invoker(host, rpc), request, deadline));

    /// <summary>Calls as somebody who may, with what must be refused: also a stream has to answer.</summary>
    public Task<RpcAnswer> CallAsync(byte[] request) => SentAsync(rpc.CallAsync(samples.Invoker(host, rpc), request, Rpc.LongestWait));

    /// <summary>Calls as somebody who may, limited to a municipality or a provider.</summary>
    public Task<RpcAnswer> CallAsync(IMessage request, string? municipality, string? provider) =>
        SentAsync(rpc.CallAsync(samples.Invoker(host, rpc, municipality, provider), request));

    public void Fault(string what, string expected, RpcAnswer seen) =>
        _faults.Add($"{rpc}, {what}: expected {expected}, got {seen}. {samples.Advice(rpc)}");

    /// <summary>The call must end as expected and leave the database as it was.</summary>
    public Task ExpectAsync(string what, IMessage request, string expected, Func<RpcAnswer, bool> isRight) =>
        ExpectAsync(what, () => CallAsync(request), expected, isRight);

    /// <inheritdoc cref="ExpectAsync(string, IMessage, string, Func{RpcAnswer, bool})"/>
    public Task ExpectAsync(string what, Func<Task<RpcAnswer>> call, string expected, Func<RpcAnswer, bool> isRight) =>
        ExpectAllAsync([new Attempt(what, call, expected, isRight)]);

    /// <summary>Each of the calls must end as expected, and all together leave the database as it was.</summary>
    public async Task ExpectAllAsync(IReadOnlyList<Attempt> attempts)
    {
        for (var time = 1; ; time++)
        {
            var before = await DatabasePrint.OfAsync(host.Database);
            var answers = new List<RpcAnswer>();
            foreach (var attempt in attempts)
                answers.Add(await attempt.Call());
            var after = await DatabasePrint.OfAsync(host.Database);
            var wrong = attempts.Zip(answers).Where(pair => !pair.First.IsRight(pair.Second)).ToList();
            foreach (var (attempt, answer) in wrong)
                Fault(attempt.What, attempt.Expected, answer);
            if (wrong.Count == 0 && before != after && answers.TrueForAll(answer => answer.Code != StatusCode.OK))
            {
                if (time < MostAttempts)
                    continue;
                _faults.Add($"{rpc}, {string.Join(", ", attempts.Select(attempt => attempt.What))}: was refused with {answers[0]}, but changed {DatabasePrint.Difference(before, after)}.");
            }

            return;
        }
    }

    private async Task<RpcAnswer> SentAsync(Task<RpcAnswer> call)
    {
        var answer = await call;
        if (rpc.IsWrite && !answer.IsRefusal)
            s_unused.GetOrCreateValue(host).TryRemove(rpc, out _);
        return answer;
    }
}

/// <summary>One way to call an rpc, and what it must come to.</summary>
/// <param name="What">How it is called.</param>
/// <param name="Call">The call.</param>
/// <param name="Expected">The answer in words.</param>
/// <param name="IsRight">Whether an answer is that.</param>
public sealed record Attempt(string What, Func<Task<RpcAnswer>> Call, string Expected, Func<RpcAnswer, bool> IsRight);
