namespace Regio.Cli.Replay;

/// <summary>
/// The queues of the suite. The protocol of the broker has no way to ask which queues there are; a test holds this list
/// against the consumers of the services.
/// </summary>
public static class KnownQueues
{
    /// <summary>Every queue that a consumer reads, as service-consumer.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "experttable-on-purchase-decided",
        "procurement-on-request-purchase",
        "reporting-on-allocation-key-adopted",
        "reporting-on-case-state-changed",
        "reporting-on-contract-signed",
        "reporting-on-contract-terminated",
        "reporting-on-cost-allocated",
        "reporting-on-municipality-recorded",
        "reporting-on-round-changed",
    ];
}
