using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Regio.ServiceDefaults.Security;

namespace Regio.Testing.Rpcs;

/// <summary>
/// Right requests of one feature, for rpcs whose request cannot be made up from the descriptor. Any class of a test project
/// that implements this is found; its constructor takes the host of the project, or nothing.
/// </summary>
public interface ISampleRequests
{
    void AddTo(Samples samples);
}

/// <summary>A right request for each rpc of a service, given by hand or made up.</summary>
public sealed class Samples
{
    // One role that has the policy, such as is not bound to own data.
    private static readonly string[] Preferred =
    [
        Roles.Regiomanager, Roles.ContractManager, Roles.Finance, Roles.TableChair, Roles.ProcessGuide, Roles.Operator, Roles.PrivacyOfficer,
        Roles.PolicyAdviser, Roles.TableMember, Roles.Service, Roles.CouncilClerk, Roles.Council, Roles.Provider,
    ];

    private readonly Dictionary<MessageDescriptor, (Func<Task<IMessage>> Make, string? Role, string? Municipality)> _given = [];
    private readonly HashSet<(MessageDescriptor, string)> _judgedElsewhere = [];
    private readonly HashSet<MessageDescriptor> _asksNeighbours = [];
    private readonly ConcurrentDictionary<string, CallInvoker> _invokers = [];

    /// <summary>All that the test project gives.</summary>
    public static Samples From(Assembly tests, IServiceUnderTest host)
    {
        var samples = new Samples();
        foreach (var type in tests.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISampleRequests))))
        {
            object[] arguments = type.GetConstructors()[0].GetParameters().Length == 0 ? [] : [host];
            ((ISampleRequests)Activator.CreateInstance(type, arguments)!).AddTo(samples);
        }

        return samples;
    }

    /// <summary>A request that succeeds each time it is made; a request id is added to it.</summary>
    /// <param name="make">Makes a new one, with all that has to exist for it.</param>
    /// <param name="role">Who may send it; otherwise somebody with a role of the policy.</param>
    /// <param name="municipality">The municipality for which they work, when only who is limited to it may send it.</param>
    public Samples Add<TRequest>(Func<Task<TRequest>> make, string? role = null, string? municipality = null)
        where TRequest : IMessage<TRequest>, new()
    {
        _given.Add(new TRequest().Descriptor, (async () => await make(), role, municipality));
        return this;
    }

    /// <inheritdoc cref="Add{TRequest}(Func{Task{TRequest}}, string?, string?)"/>
    public Samples Add<TRequest>(Func<TRequest> make, string? role = null)
        where TRequest : IMessage<TRequest>, new() => Add(() => Task.FromResult(make()), role);

    /// <summary>An id that another service judges later, so that an unknown one is not refused here.</summary>
    public Samples JudgedElsewhere<TRequest>(string path)
        where TRequest : IMessage<TRequest>, new()
    {
        _judgedElsewhere.Add((new TRequest().Descriptor, path));
        return this;
    }

    /// <summary>An rpc that asks services which do not run beside the tests: a right request is then answered with their absence.</summary>
    public Samples AsksNeighbours<TRequest>()
        where TRequest : IMessage<TRequest>, new()
    {
        _asksNeighbours.Add(new TRequest().Descriptor);
        return this;
    }

    /// <summary>Whether a right request was let through.</summary>
    public bool IsDone(Rpc rpc, RpcAnswer answer) =>
        answer.Is(StatusCode.OK) || (_asksNeighbours.Contains(rpc.Request) && answer.Is(StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"));

    public bool IsJudgedElsewhere(Rpc rpc, string path) => _judgedElsewhere.Contains((rpc.Request, path));

    public async Task<IMessage> RequestAsync(Rpc rpc) => GeneratedRequest.WithRequestId(
        _given.TryGetValue(rpc.Request, out var sample) ? await sample.Make() : GeneratedRequest.Of(rpc.Request));

    /// <summary>Calls by somebody who may, perhaps limited to a municipality or a provider.</summary>
    public CallInvoker Invoker(IServiceUnderTest host, Rpc rpc, string? municipality = null, string? provider = null)
    {
        var (_, given, own) = _given.GetValueOrDefault(rpc.Request);
        var role = given ?? Preferred.First(rpc.Policy.Roles.Contains);
        if (provider is null)
            municipality ??= own;
        return _invokers.GetOrAdd($"{role} {municipality} {provider}", _ => host.Invoker(TestTokens.For(role, municipality, provider)));
    }

    /// <summary>What to do when the request of an rpc does not do.</summary>
    public string Advice(Rpc rpc) => _given.ContainsKey(rpc.Request)
        ? $"Look at the sample of {rpc.Request.Name}."
        : $"If the request that was made up is at fault, give one: samples.Add(() => new {rpc.Request.Name} {{ … }}) in a class of the test project that implements {nameof(ISampleRequests)}.";
}
