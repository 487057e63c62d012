using Regio.Messages.Procurement.V1;
using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class TrajectorySamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Of(First, 1, First, new DateOnly(2024, 3, 1)),
        Of(First, 2, First, new DateOnly(2024, 3, 1), cents: 9500),
        Of(First, 3, First, new DateOnly(2024, 3, 1), new DateOnly(2024, 6, 30), 19000),
        Of(Second, 1, First, new DateOnly(2024, 4, 1)),
        Of(Second, 2, First, startedOn: null),
    ];

    /// <summary>Ambulatory help of level 5.</summary>
    public static CareTrajectoryChanged Of(Guid id, long version, Guid client, DateOnly? startedOn, DateOnly? endedOn = null, long cents = 0, string municipality = "GM0106") => new()
    {
        TrajectoryId = id,
        AggregateVersion = version,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(54).AddMinutes(version),
        ClientPseudonym = client,
        MunicipalityId = municipality,
        CareCategory = "45",
        CareCode = "45A04",
        Level = 5,
        WithStay = "no",
        StartedOn = startedOn,
        EndedOn = endedOn,
        AmountCents = cents,
    };
}
