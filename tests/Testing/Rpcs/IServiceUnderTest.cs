using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>A running service whose rpcs are all tried.</summary>
public interface IServiceUnderTest
{
    /// <summary>Its registrations: what it has mapped and which policies it has declared.</summary>
    IServiceProvider Services { get; }

    /// <summary>What a refused call must leave as it was.</summary>
    TestDatabase Database { get; }

    /// <summary>Makes calls with a token, or without one.</summary>
    CallInvoker Invoker(string? token);
}
