using Regio.Testing;

namespace Regio.Reporting.Tests.Contracting;

/// <summary>A service that has heard of Drenthe, of three contracts, two ceilings and three client stops.</summary>
public sealed class ContractedDrenthe(TestServers servers) : IAsyncLifetime
{
    public static readonly Guid Open = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000c1");
    public static readonly Guid Changed = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000c2");
    public static readonly Guid Ended = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000c3");
    public static readonly Guid Warned = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000d1");
    public static readonly Guid Orphan = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000d2");
    public static readonly Guid Unheard = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000bb");

    public ReportingHost Host { get; } = new(servers);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        object[] events =
        [
            .. Drenthe.Municipalities,
            Care.Signed(Open, 2, Care.Line("ZD", 8, 250_00)),
            Care.Signed(Changed, 2, Care.Line("NMD", 7, 90_00)),
            Care.Amended(Changed, 3, Care.Line("NMD", 7, 90_00, until: new DateOnly(2026, 7, 1)), Care.Line("NMD", 8, 95_00) with { ValidFrom = new DateOnly(2026, 7, 1) }),
            Care.Signed(Ended, 2, Care.Line("ZD", 7, 80_00)) with { OccurredAt = new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero) },
            Care.Terminated(Ended, 3, new DateOnly(2026, 9, 1)),
            Care.Ceiling(Warned, Open, 1, "active", 100_00) with { OccurredAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) },
            Care.Ceiling(Warned, Open, 2, "warned", 709_99) with { OccurredAt = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) },
            Care.Ceiling(Orphan, Guid.CreateVersion7(), 1, "active", 0) with { ProviderId = Unheard, AmountCents = 0 },
            Care.Stop(Guid.CreateVersion7(), 1, new DateOnly(2026, 5, 1), new DateOnly(2026, 8, 1)),
            Care.Stop(Guid.CreateVersion7(), 1, new DateOnly(2026, 6, 1), until: null, "other-product"),
            Care.Stop(Guid.CreateVersion7(), 1, new DateOnly(2026, 6, 1), until: null) with { ProviderId = Unheard },
        ];
        foreach (var message in events)
            await Host.PublishAsync(message);
        await Eventually.Is("all events are projected", (long)events.Length, () => Host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
